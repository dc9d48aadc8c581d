import type { MorePhrases } from '../index';

/** What customers say, in many ways; `none` is what they say to a shop that is no wish of the program. */
export const customersEs: MorePhrases = {
  balance: `
    saldo / mi saldo / cual es mi saldo / ver saldo / muestra el saldo / revisa mi saldo / mira mi saldo por favor /
    cuanto tengo / cuanto tengo de cashback / cuanto tengo de puntos / cuantos puntos tengo / cuanto hay para mi /
    cuanto tengo guardado / cuanto tengo acumulado / cuanto llevo juntado / cuanto junte con ustedes / cuanto va / cuanto acumule /
    tengo cashback / tengo puntos / tengo credito / tengo algun saldo / todavia hay algo para mi / quedo algo de dinero /
    queria ver cuanto hay ahi / ver cuanto tengo de vuelta / cuanto puedo usar / cuanto se puede usar ahora /
    cuanto esta disponible / cuanto esta pendiente / cuando se libera mi cashback / cuando voy a poder usarlo / ya puedo usarlo /
    ya se libero mi cashback / me llego algo / ya llego / el cashback ya entro / cuando vence / mi saldo vence cuando /
    mis puntos vencen / hasta que dia vale mi saldo / se va a vencer algo / cuanto va a vencer / mis puntos / mi cashback /
    mi cartera / mi billetera / mi cuenta / dinero de vuelta que tengo / cuanto tengo para gastar en la tienda / consultar puntos /
    consultar mi cashback / estado de mi cuenta / cual es el total que tengo / en cuanto esta mi saldo / dinero de vuelta para usar`,
  statement: `
    extracto / mi extracto / ver extracto / manda el extracto / enviame el extracto completo / extracto de puntos / historial /
    mi historial / historial de compras / historial del cashback / que gane / cuanto gane en cada compra /
    todo lo que gane / mis ganancias / lo que entro y salio / lo que me entro / entradas y salidas de mi cuenta /
    movimientos / mis movimientos / movimiento de la cuenta / registros / mis compras / ultimas compras que hice /
    que compras dieron puntos / de donde vino este saldo / de donde vinieron mis puntos / donde gaste mi cashback /
    en que use mis puntos / lista de todo lo que gane y use / detallar mi saldo / detalle de la cuenta / resumen de mi cuenta /
    que se desconto / ganancias del mes / lo que gane este mes / registro de compras / ver compras anteriores`,
  explain: `
    por que / por que gane solo eso / por que solo eso / por que tan poco / por que vino menos / por que no gane /
    por que no sumo puntos / por que no recibi cashback / por que no llego nada por la compra / por que gane menos que la otra vez /
    explica el valor / explica esa cuenta / explica la ultima ganancia / como calcularon / como fue calculado / como se calculo /
    como llegaron a ese cashback / de donde salio esa cuenta / no entendi el cashback / no entiendo la cuenta /
    ese valor esta mal por que / gane menos de lo que debia / gaste mucho y gane poco como asi / solo eso /
    que cuenta hicieron / que cuenta es esa / detalla el calculo / debia haber ganado mas / por que {amount_cents} /
    por que gane {amount_cents} / por que solo {amount_cents} / explica el {amount_cents} / de donde vino {amount_cents} /
    gaste {amount_cents} y gane solo {amount_cents} / compre {amount_cents} y solo vino eso`,
  redeem: `
    canjear / quiero canjear / hacer un canje / canje / canjear todo / canjear mi cashback / quiero usar / usar cashback /
    usar mi saldo / usar mis creditos / usar lo que tengo / usar el descuento / quiero usar mi descuento en la compra /
    quiero descontar en la compra / descontar de mi saldo / descontar con cashback / pagar con cashback /
    pagar usando mi saldo / gastar mi saldo / gastar todo / quiero gastar lo que junte / estoy en la caja y quiero usarlo /
    estoy en la tienda y queria usar mi cashback / voy a comprar ahora y quiero usar el saldo / como canjeo / como se hace para canjear /
    como uso mi saldo / puedo usarlo ahora / se puede usar hoy / quiero mi descuento / quiero aprovechar mi cashback /
    cambiar cashback por un vale / convertir mi saldo en vale / generar vale / generar cupon / quiero un vale /
    quiero un cupon con mi saldo / saca de mi saldo / toma de mi cashback / usa mi cashback / canjea por mi / quiero sacar mi cashback /
    quiero canjear {amount_cents} / canjea {amount_cents} / canje de {amount_cents} / usar {amount_cents} /
    quiero usar {amount_cents} / quiero usar {amount_cents} del saldo / gastar {amount_cents} / sacar {amount_cents} del saldo /
    dame {amount_cents} de descuento / quiero {amount_cents} de descuento / descontar {amount_cents} / descuenta {amount_cents} /
    descuenta {amount_cents} de la compra / vale de {amount_cents} / genera un vale de {amount_cents} / cupon de {amount_cents} /
    cambiar por un vale de {amount_cents} / cambiar mi cashback por {amount_cents} / usa {amount_cents} de mi cashback /
    toma {amount_cents} de mi saldo / pagar {amount_cents} con el saldo / quiero {amount_cents} de mi cashback`,
  rewards: `
    premios / ver premios / los premios / cuales son los premios / que premio hay / cuales regalos / que regalos tienen /
    regalos / mi regalo / recompensas / lista de recompensas / catalogo / catalogo de premios / cambiar puntos /
    cambiar mis puntos / cambiar los puntos por productos / cambiar puntos por un premio / usar puntos / gastar los puntos /
    canjear puntos / canjear premio / quiero un premio / quiero sacar un premio / que se puede cambiar /
    que consigo con mis puntos / que puedo sacar con los puntos / que gano con {points} puntos / que me dan por mis puntos /
    cuantos puntos para ganar / cuantos puntos hacen falta para el premio / cuantos puntos cuesta / con cuantos puntos gano /
    para que sirven mis puntos / mis puntos para que alcanzan / ya tengo puntos para cambiar / hay premio por juntar puntos`,
  vouchers: `
    quiero mi vale de antes / retirar mi vale /
    vales / mis vales / mi vale / mis cupones / mi cupon / cupones / mis vouchers /
    ver mis vales / mostrar vales / muestra mi cupon / que vales tengo / que cupones tengo / tengo un vale /
    tengo cupon para usar / donde esta mi vale / donde esta mi cupon / donde esta el codigo / donde quedo mi vale /
    donde esta el codigo qr / manda el qr otra vez / reenvia el vale / reenviar el codigo / mandame el cupon otra vez /
    perdi el vale / perdi mi cupon / perdi el codigo de descuento / desaparecio el vale / borre el cupon / borre el mensaje con el codigo /
    cual es mi codigo / cual es el codigo del vale / codigo de descuento / mi vale todavia vale / mi vale sigue siendo valido /
    mis cupones cuando vencen / vale abierto / vales activos / vales a mi nombre / lista de vales`,
  'cancel-voucher': `
    cancelar vale / cancelar cupon / cancela mi vale / cancela este vale / cancela el cupon que hice /
    quiero cancelar el vale / anular vale / anula el cupon / deshacer el vale / deshaz el canje / deshacer canje /
    renunciar al vale / desisti del cupon / me arrepenti del vale / no voy a usar el vale / ya no voy a usar el vale /
    no quiero el vale / ya no quiero el cupon / devuelve el vale al saldo / devolver el cupon / quiero mi saldo de vuelta /
    devuelve el dinero del vale al saldo / genere el vale equivocado / hice mal el vale cancelalo / no quiero mas el vale /
    cancelar {code} / cancela el {code} / cancela el vale {code} / cancelar el vale {code} / anula el {code} /
    anular el cupon {code} / renunciar al {code} / renuncio al vale {code} / devuelve el {code} / no voy a usar el {code}`,
  'claim-sale': `
    registrar factura / registrar recibo / cargar ticket / enviar la factura / tengo el recibo / tengo la factura / tengo el comprobante /
    tengo el ticket / puntos por mi compra / quiero puntos por una compra / mi compra no sumo / mi compra no aparece / mi compra no llego /
    la compra no entro / la compra de ayer no entro / no llego mi compra / no llego el cashback de la compra /
    compre y no llego nada / compre y no gane nada / compre y no recibi los puntos / pague y no gane puntos /
    olvide dar el telefono / olvide decir mi numero / olvide dar el cpf / no di mi telefono en la compra /
    no contaron mi compra / falta una compra mia / falta una compra / quiero reclamar una compra / reclamar compra /
    como cargo el recibo / como registro mi compra / la compra es mia / reclamar una compra que hice sin registro /
    compre sin registro / recuperar los puntos de la compra / recibo {reference} / factura {reference} / ticket {reference} /
    factura {reference} valor {amount_cents} / recibo numero {reference} de {amount_cents} / mi factura es {reference} /
    ticket {reference} de {amount_cents} / comprobante {reference} {amount_cents} / nsu {reference} {amount_cents} /
    autorizacion {reference} valor {amount_cents} / puntos de la factura {reference} de {amount_cents} /
    compre {amount_cents} y no llego / pague {amount_cents} y no gane nada`,
  profile: `
    registro / mi registro / mi perfil / hacer registro / quiero registrarme / completar registro / llenar mis datos / actualizar registro /
    actualizar mis datos / cambiar mis datos / corregir mi nombre / mi nombre esta mal / cambiar mi nombre /
    mi nombre es {name} / me llamo {name} / puedes llamarme {name} / cambiar correo / cambiar mi email / cambie mi correo / mi correo cambio /
    registrar correo / poner mi correo / mi correo es {email} / anota mi correo {email} / email {email} / mi email es {email} /
    mi cumpleanos / registrar cumpleanos / mi cumpleanos es {birthday} / mi cumpleanos es el {birthday} / cumplo anos el {birthday} /
    naci el {birthday} / mi fecha de nacimiento es {birthday} / mi cpf es {cpf} / cpf {cpf} / registrar cpf / poner mi cpf /
    vincular mi cpf / anota mi cpf {cpf} / ver mi registro / mis datos de registro estan mal`,
  referral: `
    recomendar / recomendar amigo / recomendar a alguien / quiero recomendar / quiero recomendar a una persona / como recomiendo /
    como funcionan los referidos / referidos / referido / codigo de referido / mi codigo de referido / mi link de referido / link para invitar /
    invitar amigo / invitar a una amiga / invitar a mi hermana / traer un amigo / gano si recomiendo / que gano recomendando /
    cuanto gano por recomendar / gano algo si traigo gente / premio por recomendar / compartir mi codigo / pasar codigo a mi mama /
    codigo para mandar a un amigo / quiero que una amiga participe / recomienda y gana`,
  program: `
    reglas / las reglas / cuales son las reglas / regla del programa / reglamento / como funciona / como funciona esto / como funciona aqui /
    como funciona el cashback / como funcionan los puntos / como funciona el programa / que programa es este / que cosa es esta /
    que es esto / que es cashback / que es este programa / explicame el programa / explica como funciona / cuentame como funciona /
    explicame esto / como gano / como gano cashback / como gano puntos / como junto puntos / como se juntan puntos /
    como hago para tener descuento / como participo / quiero participar / cuanto gano / cuanto vuelve / que porcentaje gano /
    cual es el porcentaje / cual es el cashback de ustedes / cada punto vale cuanto / cuanto vale un punto / cuanto es un punto /
    cuanto tengo que gastar para ganar / hay minimo / cual es el minimo / cuanto tiempo dura / cual es la validez /
    cuales son las ventajas / cuales beneficios / que gano comprando aqui / quienes son ustedes / que hacen ustedes / que es smartbis`,
  'opt-out': `
    salir / quiero salir / parar / paren / basta / dejen de mandarme mensajes / deja de mandarme mensajes / deja de mandarme esto /
    no me escriban / no me escribas mas / pueden dejar de mandar mensajes / pueden dejar de mandarme promociones / paren con esos mensajes /
    no me manden nada mas / no me mandes mas / no mandes mas mensajes / no quiero mas mensajes / no quiero recibir mas /
    no quiero recibir nada / no quiero recibir promociones / no quiero publicidad / sin publicidad por favor / basta de publicidad /
    basta de promociones / estoy cansada de mensajes / estoy harto de esos mensajes / muchos mensajes paren /
    quita mi numero / quita mi nombre de la lista / sacame de la lista / sacame de aqui / eliminame de la lista / quitame /
    borrame de la lista / darse de baja / dame de baja / quiero darme de baja / baja / cancelar mensajes / cancelar la recepcion /
    cancelar promociones / cancelar suscripcion / desuscribirme / stop / fuera no quiero publicidad / no me molesten mas /
    no autorizo mas mensajes / no quiero participar mas / dejame en paz`,
  'opt-in': `
    volver / quiero volver / volver a recibir / quiero volver a recibir mensajes / quiero recibir de nuevo / recibir nuevamente /
    recibir promociones / quiero recibir promociones / quiero recibir las ofertas / quiero las novedades / mandame las promociones /
    pueden mandar promociones / pueden escribirme otra vez / pueden volver a mandar / vuelve a mandarme / mandame otra vez las ofertas /
    ponme de vuelta / incluyeme otra vez en la lista / reactivar mensajes / activar mis mensajes otra vez / suscribirme / suscribeme otra vez /
    cambie de idea quiero recibir / acepto recibir promociones / autorizo los mensajes / volver al programa / quiero participar otra vez`,
  'my-data': `
    mis datos / ver mis datos / descargar mis datos / exportar mis datos / copia de mis datos / que datos tienen mios /
    que datos tienen de mi / que informacion guardan / que saben sobre mi / que tienen guardado sobre mi /
    todo lo que tienen sobre mi / mandame mis datos / reporte de mis datos / datos personales / mis datos personales /
    quiero acceso a mis datos / derecho de acceso / privacidad / informacion que tienen mia / copia de mi informacion`,
  'erase-data': `
    borrar mis datos / borra mis datos / eliminar mis datos / elimina mis datos / quitar mis datos del sistema /
    borrar todo / borra todo lo mio / borra todo sobre mi / elimina todo lo que hay mio / borrar mi cuenta / eliminar mi cuenta /
    cerrar mi cuenta / eliminar registro / borrar mi registro / quiero que borren todo / borrame / eliminame /
    eliminame del sistema / borrame del sistema / no quiero que guarden mis datos / olvidar mis datos / derecho al olvido`,
  human: `
    agente / hablar con un agente / quiero un agente / hablar con alguien / hablar con una persona / quiero hablar con gente /
    quiero hablar con una persona de verdad / quiero hablar con un humano / humano / persona / hay alguien ahi / hay gente ahi /
    hay alguna persona para hablar / hablar con el dueno / hablar con la duena / hablar con el gerente / llama al dueno / llama a la gerente /
    llama a alguien / transfiereme / transferir a un agente / pasame con alguien / atencion / atencion al cliente / atencion humana /
    soporte / hablar con la tienda / hablar con alguien de la tienda / necesito una persona / puedo hablar con la chica de la caja / encargado /
    eres un robot / esto es un robot / no quiero un robot / no quiero hablar con una maquina / cansado de robots quiero gente / que alguien me llame /
    pueden llamarme / pide que alguien me escriba / quiero reclamar con alguien / hacer un reclamo`,
  language: `
    idioma / cambiar idioma / cambiar de lengua / otro idioma / hablas ingles / hablas espanol / hablas portugues / habla ingles /
    en ingles / en espanol / en portugues / quiero en ingles / quiero en espanol / quiero en portugues / cambia a ingles /
    cambia a espanol / cambia al portugues / pasa a ingles / vuelve al espanol / volver al espanol / puedes hablar ingles /
    hay en ingles / hay en espanol / se puede en ingles / english / english please / espanol / portugues`,
  menu: `
    menu / hola / holis / buenas / que tal / buenos dias / buen dia / buenas tardes / buenas noches / alo / hola todo bien / hola que tal / ayuda / ayudame / socorro /
    necesito ayuda / me puedes ayudar / opciones / cuales son las opciones / comandos / que haces / que se puede hacer /
    que puedo hacer aqui / que puedo pedir / que puedo preguntar / que cosas haces / como uso esto /
    como se maneja esto / no se usarlo / no se manejar esto / no entendi nada / estoy perdida / por donde empiezo / volver al inicio /
    inicio / help / quien habla / quien es`,
  none: `
    no quiero salir / salir con mis amigos / salir a comer / vuelvo otro dia / no quiero parar / no quiero salir del programa / no quiero cancelar /
    salir temprano / voy a salir / salir de casa / quiero cancelar mi compra / cancelar la compra / cancelar mi encargo / parar el auto / vuelvo despues / quiero volver a la tienda / que dijiste / estado de mi pedido / estado de mi envio / mi cuenta de luz / cuanto cuesta el pastel / tienen descuento /
    hacen entregas / hacen envios / tienen delivery / cual es la direccion / donde queda la tienda / a que hora abren / a que hora cierran /
    cual es el horario de atencion / esta abierto hoy / abren el domingo / abren feriados / hay estacionamiento / cual es el telefono de la tienda /
    cuanto cuesta / cual es el precio / hay en stock / tienen este producto / hay pan caliente / hay en talla m / llego mi pedido /
    quiero comprar / quiero hacer un pedido / quiero encargar un pastel / mi pedido no llego / cancelar mi pedido / cancela la reserva /
    aceptan pix / aceptan vale de comida / aceptan tarjeta / en cuantas cuotas / hay promocion hoy / hay oferta de carne /
    el producto vino malo / la atencion fue mala / me gusto mucho la tienda / felicitaciones / feliz navidad / feliz ano nuevo /
    gracias / muchas gracias / de nada / ok / vale / listo / trato / acordado / esta bien / entiendo / cierto / genial / que bueno /
    jaja / jeje / vaya / dios mio / que calor / que frio / estoy llegando / ya voy / ya salgo de casa / voy manana / paso mas tarde /
    despues veo / dejalo asi / olvidalo / nada / era eso / espera / un momento / ya vuelvo / te quiero / que descanses /
    manda foto / viste el partido / mi hijo / mi madre / voy al mercado / voy a salir con amigos / quiero salir esta noche /
    quiero dejar de comer dulces / necesito dejar de trabajar / para en la esquina / vuelvo mas tarde / vuelvo manana / apaga la luz /
    apaga la tele / enciende la radio / reserva una mesa / quiero una cita / prueba / asdf / no se / da igual / quien gano`,
};
