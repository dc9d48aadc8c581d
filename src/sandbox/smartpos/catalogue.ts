export interface Product {
  id: number;
  name: string;
  category: string;
  priceCents: number;
}

const product = (id: number, category: string, name: string, priceCents: number): Product => ({
  id,
  name,
  category,
  priceCents,
});

/** What each kind of shop sells. */
const CATALOGUES = {
  bakery: [
    product(101, 'Pães', 'Pão francês (kg)', 1890),
    product(102, 'Pães', 'Pão de queijo', 650),
    product(103, 'Pães', 'Pão integral', 1490),
    product(201, 'Confeitaria', 'Bolo de cenoura (fatia)', 1200),
    product(202, 'Confeitaria', 'Brigadeiro', 450),
    product(203, 'Confeitaria', 'Torta de limão (fatia)', 1450),
    product(301, 'Bebidas', 'Café expresso', 700),
    product(302, 'Bebidas', 'Suco de laranja', 1100),
    product(303, 'Bebidas', 'Água mineral', 450),
    product(401, 'Lanches', 'Misto quente', 1650),
    product(402, 'Lanches', 'Salada de frutas', 1350),
  ],
  fashion: [
    product(101, 'Camisetas', 'Camiseta básica', 5990),
    product(102, 'Camisetas', 'Camiseta estampada', 7990),
    product(201, 'Calças', 'Calça jeans', 18_990),
    product(202, 'Calças', 'Calça de linho', 21_990),
    product(301, 'Vestidos', 'Vestido midi', 24_990),
    product(401, 'Acessórios', 'Cinto', 4990),
    product(402, 'Acessórios', 'Par de meias', 1990),
    product(403, 'Acessórios', 'Brinco', 2990),
  ],
} as const satisfies Record<string, readonly Product[]>;

export type CatalogueName = keyof typeof CATALOGUES;

export const productsOf = (name: CatalogueName): readonly Product[] => CATALOGUES[name];

export function categoriesOf(name: CatalogueName): { id: number; name: string }[] {
  const names = [...new Set(productsOf(name).map(({ category }) => category))];
  return names.map((category, index) => ({ id: index + 1, name: category }));
}
