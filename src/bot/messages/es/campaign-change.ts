import { answers } from './answers';

export const campaignChange = {
  campaignChange: {
    how: 'Di su número y qué cambia, como “en la campaña 2, hasta el viernes”, “en la campaña 2, presupuesto R$ 500” o “en la campaña 2, texto: ¡Te extrañamos!”.',
    is: (number: number, campaign: string) => `Campaña ${number}: ${campaign}.`,
    becomes: (number: number, campaign: string) => `La campaña ${number} pasa a ser: ${campaign}.`,
    same: (number: number) => `La campaña ${number} ya está así.`,
    sentStays: 'Lo que ya se envió queda como está.',
    ask: `¿La cambio? ${answers.yesOrNo}`,
    done: (number: number) => `Listo: la campaña ${number} cambió.`,
    did: (number: number, parts: string) => `cambió la campaña ${number}: ${parts}`,
    part: { audience: 'público', offer: 'oferta', period: 'plazo', budget: 'presupuesto', words: 'texto' },
    refused: {
      begun: {
        audience: (number: number) =>
          `Los clientes de la campaña ${number} ya se sortearon, y con otros el resultado no diría nada. Di “parar campaña ${number}” y crea otra.`,
        offer: (number: number) =>
          `Hay clientes que ya recibieron la oferta de la campaña ${number}, y con otra el resultado no diría nada. Di “parar campaña ${number}” y crea otra.`,
      },
      over: (number: number) =>
        `La campaña ${number} terminó o se detuvo, y ya no cambia. Para ir de nuevo, crea otra: di “crear una campaña”.`,
      period: (first: string, last: string) =>
        `El último día de la campaña puede ser del *${first}* al *${last}*. Di otro día.`,
      budget: (spent: string) =>
        `Ya se otorgaron *${spent}*, y el presupuesto no puede ser menor. Di uno mayor, o detén la campaña.`,
    },
  },
};
