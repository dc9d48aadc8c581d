export const smallTalk = {
  welcome: '¡De nada! Si necesitas algo, aquí estoy 😊',
  farewell: '¡Hasta luego! Si necesitas algo, aquí estoy 😊',
  greeting: (name: string | null) =>
    `¡Hola${name === null ? '' : `, ${name}`}! Para ver cuánto tienes, di “saldo”. Para lo demás, “menú” 😊`,
  greetingStaff: (name: string | null) =>
    `¡Hola${name === null ? '' : `, ${name}`}! Para ver cómo va la tienda, di “estado”. Para lo demás, “menú”.`,
  greetingCashier: (name: string | null) =>
    `¡Hola${name === null ? '' : `, ${name}`}! Para usar el vale de un cliente, di “validar” y el código. Para lo demás, “menú”.`,
  languageHint: 'Para hablar en español, di “español”.',
};
