import { answers } from './answers';

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
  matters: {
    ofShop: `Eso lo sabe la tienda, yo me ocupo solo del programa de fidelidad. ¿Llamo a alguien? ${answers.yesOrNo}`,
    sorry: `Lo siento mucho. ¿Llamo a alguien de la tienda? ${answers.yesOrNo}`,
    otherNumber: `Lo que ganaste queda guardado en tu número anterior. ¿Llamo a alguien de la tienda para verlo? ${answers.yesOrNo}`,
    notMine: `Gracias por avisar. ¿Llamo a alguien de la tienda para revisar esa compra? ${answers.yesOrNo}`,
  },
  praise: '¡Qué bueno escuchar eso! Gracias 😊',
  languageHint: 'Para hablar en español, di “español”.',
};
