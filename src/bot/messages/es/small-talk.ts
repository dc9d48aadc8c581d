export const smallTalk = {
  welcome: '¡De nada! Si necesitas algo, aquí estoy 😊',
  farewell: '¡Hasta luego! Si necesitas algo, aquí estoy 😊',
  greeting: (name: string | null) =>
    `¡Hola${name === null ? '' : `, ${name}`}! Para ver cuánto tienes, di “saldo”. Para lo demás, “menú” 😊`,
  greetingStaff: (name: string | null) =>
    `¡Hola${name === null ? '' : `, ${name}`}! Para ver cómo va la tienda, di “estado”. Para lo demás, “menú”.`,
  greetingCashier: (name: string | null) =>
    `¡Hola${name === null ? '' : `, ${name}`}! Para usar el vale de un cliente, di “validar” y el código. Para lo demás, “menú”.`,
  closed: '¡Está bien! Si necesitas algo, aquí estoy 😊',
  here: 'Si necesitas algo, aquí estoy 😊',
  whoAnswers: (shop: string) =>
    `Soy el asistente automático de la tienda ${shop}. Para hablar con una persona, di “humano”.`,
  whoAnswersStaff: (shop: string) =>
    `Soy el asistente automático de la tienda ${shop}. Para ver lo que hago, di “menú”.`,
  languageHint: 'Para hablar en español, di “español”.',
};
