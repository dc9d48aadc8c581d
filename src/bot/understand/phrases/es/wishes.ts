import type { Phrases } from '../index';

/** How people say each wish in Latin American Spanish, in a hurry, with slang; in any spelling that normalises to it. */
export const es: Phrases = {
  balance: `
    cuanto tengo ahi / cuanto llevo juntado / cuanto tengo acumulado / cuanto hay en mi cuenta /
    cuanto tengo para gastar / cuanto puedo usar / cuanto me queda / cuanto me queda de cashback /
    tengo algo para usar / tengo dinero en la tienda / tengo puntos / quiero saber mi saldo /
    dime mi saldo / pasame el saldo / cual es el valor de mi cashback / cuantos puntos llevo /
    cuantos puntitos tengo / saldo de puntos / consulta de saldo / saldo disponible /
    cuando vence mi cashback / cuando se vencen mis puntos / ya me llego el cashback /
    me cayo el cashback de mi compra / cuanto descuento tengo / hay algun credito mio`,
  statement: `
    que he ganado hasta ahora / que compras me dieron cashback / historial de mis compras / mis compras /
    ver mis ultimas compras / de donde salio este cashback / en que gaste mis puntos /
    lista de lo que gane / mandame el extracto / estado de cuenta / movimientos de mi cuenta /
    entradas y salidas / detalle de mi saldo / cuanto gane en cada compra`,
  redeem: `
    quiero gastar mi cashback / quiero usar lo que tengo / como uso mi cashback /
    como hago para usar el saldo / puedo usar mi cashback hoy / se puede usar el descuento ahora /
    quiero mi descuento / dame un descuento con mi cashback / quiero cambiar mi cashback /
    quiero cambiarlo por un vale / hazme un vale / quiero un vale de compra / quiero retirar mi cashback /
    quiero cobrar mi dinero / quiero pagar con mi cashback / pagar con el saldo / canjear todo /
    usar todo lo que tengo / quiero gastar {amount_cents} de mi cashback / quiero usar {amount_cents} hoy /
    descontar {amount_cents} de la compra / saca {amount_cents} de mi saldo /
    dame un vale de {amount_cents} / hazme un vale por {amount_cents} /
    quisiera usar unos {amount_cents} de mi saldo / pagar {amount_cents} con cashback`,
  rewards: `
    que gano con mis puntos / que puedo pedir con los puntos / que premios hay / que premios tienen /
    lista de premios / catalogo de premios / quiero un premio / quiero cambiar mis puntos por un premio /
    como cambio mis puntos / como uso mis puntos / cuanto valen mis puntos / hay algun regalo`,
  vouchers: `
    donde quedo mi vale / perdi mi vale / perdi el codigo / cual era el codigo de mi vale /
    mandame el codigo otra vez / envia el vale de nuevo / mis vales abiertos / tengo algun vale /
    que vales tengo / mi cupon de descuento / borre el vale sin querer / mi codigo`,
  'cancel-voucher': `
    ya no quiero el vale / no quiero mas ese vale / deshacer el vale / devolver el vale /
    quiero mi cashback de vuelta del vale / cancela mi cupon por favor / me arrepenti del vale /
    quiero deshacer el vale {code} / ya no quiero el {code}`,
  program: `
    como es esto / como funciona este cashback / como funciona el programa de fidelidad /
    explicame como funciona / que es esto / que programa es este / que es el cashback /
    cuanto gano por compra / cuanto me devuelven / que porcentaje me devuelven /
    como hago para ganar puntos / como participo / quiero participar / cuales son las reglas / reglamento /
    hay minimo de compra / cuanto tiempo dura el cashback / que beneficios tiene / que ventajas tiene /
    hay alguna promocion`,
  'opt-out': `
    quiero dejar de recibir mensajes / no quiero recibir publicidad / no quiero recibir mas mensajes /
    no me manden mas mensajes / no me escriban mas / dejen de mandar mensajes / deja de escribirme /
    basta de mensajes / ya me cansaron con la publicidad / saquenme de la lista / sacame de esta lista /
    borra mi numero / quiten mi numero de la lista / cancelar suscripcion / quiero darme de baja /
    quiero salir del programa / ya no quiero participar / no quiero promociones en mi whatsapp`,
  'opt-in': `
    quiero volver a recibir mensajes / pueden volver a mandarme mensajes / pueden mandarme promociones /
    quiero recibir las promociones de nuevo / ponme en la lista otra vez / suscribirme otra vez /
    empezar a mandar mensajes de nuevo / acepto recibir mensajes / quiero enterarme de las novedades`,
  profile: `
    quiero actualizar mi registro / como me registro / completar mi perfil`,
  customer: `
    ver la ficha de un cliente / cuanto saldo tiene el cliente / buscar un cliente por telefono`,
  'block-customer': `
    bloquear a un cliente / suspender a un cliente / desbloquear a un cliente`,
  adjust: `
    corregir el saldo de un cliente / dar credito a un cliente / quitar saldo a un cliente`,
  referral: `
    gano algo si traigo a un amigo / como invito a alguien / hay premio por recomendar`,
  'erase-data': `
    borren todo lo que tienen de mi / eliminar mi informacion / no quiero que guarden mis datos /
    elimina mi cuenta por favor`,
  'my-data': `
    quiero una copia de mis datos / descargar mi informacion / que informacion tienen de mi / exportar mis datos /
    mandame todo lo que saben de mi / que guardan sobre mi`,
  language: `
    se puede hablar en otro idioma / hay en otra lengua / cambiar la lengua / no entiendo portugues /
    no hablo portugues / lo quiero en ingles / hablame en portugues / escribe en ingles /
    cambiar el idioma del chat`,
  explain: `
    por que tan poco / por que gane tan poco / por que no gane nada / no entiendo ese valor /
    como llegaron a ese valor / como se hizo la cuenta / explica mi cashback / por que solo {amount_cents} /
    por que mi compra no dio nada / por que no gane puntos`,
  'audit-log': `
    quien hizo esto / quiero saber quien cambio / registro de cambios / que cambio el equipo /
    quien borro la regla / quien pauso / ver los cambios`,
  undo: `
    me equivoque deshazlo / lo hice mal / quiero volver atras / dejalo como estaba /
    cancela lo que acabo de cambiar / vuelve a como estaba`,
  team: `
    quien tiene acceso / quienes son los cajeros / quienes son los gerentes / lista del equipo /
    ver quien trabaja conmigo / personas de la tienda`,
  'add-staff': `
    quiero agregar un empleado / como agrego un cajero / entro un empleado nuevo / dar acceso al gerente /
    contrate a alguien / quiero poner a alguien en el equipo`,
  'remove-staff': `
    el cajero se fue / un empleado se fue / quitar el acceso a alguien / sacar a una persona del equipo /
    ya no trabaja aqui`,
  pin: `
    quiero un pin nuevo / como creo mi pin / como cambio mi pin / mi contrasena / cambiar la contrasena /
    cambiar mi clave`,
  'reset-pin': `
    no me acuerdo de mi pin / olvide mi contrasena / olvide mi clave / mi pin no funciona`,
  human: `
    hay alguien de verdad / necesito ayuda de una persona / no quiero hablar con un robot / llama al dueno /
    llama al encargado / quiero reclamar / tengo un reclamo`,
  bot: `
    vuelve bot / quiero el bot otra vez / que responda el bot`,
  'setup-start': `
    quiero usar smartbis en mi tienda / como registro mi tienda / tengo una tienda y quiero empezar`,
  shop: `
    datos de mi tienda / cambiar los datos de la tienda / cambiar el color del vale / la hora esta mal`,
  menu: `
    que se puede hacer aqui / que sabes hacer / cuales son las opciones / como uso este bot /
    como se usa esto / no se usarlo / no se que hacer / estoy perdido / me puedes ayudar /
    necesito una ayuda / volver al menu / menu principal / lista de comandos / quien eres / hay alguien ahi`,
  status: `
    como esta la tienda / como va la configuracion / que falta para empezar / que me falta hacer /
    que falta configurar / cual es el proximo paso / siguiente paso / el programa esta activo /
    el programa ya esta funcionando / ya esta encendido / situacion de la tienda / como va el programa /
    esta todo bien con la tienda`,
  terminals: `
    que maquinas estan conectadas / que maquinitas ven / las maquinitas estan funcionando /
    hay alguna maquina parada / alguna maquinita fuera de servicio / ver mis maquinitas de tarjeta /
    cual es la ultima venta de cada maquina`,
  'test-sale': `
    quiero probar una venta / como hago una venta de prueba / quiero ver si la venta esta llegando /
    ver si funciona con una venta / hacer una prueba con la maquinita / probar la conexion con una venta`,
  activate: `
    quiero activar el programa / puedes activarlo / prende el programa / enciende el cashback /
    empezar el programa / iniciar el programa / poner el programa en marcha / reanudar el programa /
    reactivar el programa / volver a dar cashback`,
  pause: `
    quiero pausar los mensajes / dejar de mandar mensajes a los clientes / dale una pausa a los mensajes /
    suspender los mensajes / suspender el programa / apagar el programa / desactivar el cashback /
    dejar de dar cashback / para todo por ahora / pausa el programa`,
  rules: `
    que reglas estan vigentes / que reglas tiene la tienda / muestra las reglas del programa /
    reglas activas / lista de reglas / que esta vigente hoy / que reglas tengo / que promociones hay activas`,
  'add-rule': `
    quiero crear una promocion / quiero dar cashback / como creo una regla nueva /
    agregar una regla de cashback / agregar promocion / quiero dar puntos a los clientes /
    hacer una regla nueva / definir las reglas / configurar el cashback`,
  'add-reward': `
    quiero crear un premio / poner un premio nuevo / agregar un regalo por puntos /
    quiero dar un regalo por puntos / armar el catalogo de premios / como creo un premio`,
  'voucher-mode': `
    como se usan los vales en la tienda / cambiar la forma de validar vales / quien valida los vales /
    quiero que la caja valide los vales / validar vales automaticamente / configurar los vales /
    validacion de los vales / que pasa con el vale en una devolucion`,
  simulate: `
     quiero simular una regla / probar una regla antes / cuanto costaria una regla / hacer una simulacion / simulacion de cashback`,
  'edit-rule': `
    quiero cambiar una regla / como cambio una regla / necesito modificar la regla / corregir una regla / editar regla /
    la regla esta mal / cambiar el valor de la regla / cambiar el porcentaje de la regla`,
  'pause-rule': `
    quiero pausar una regla / como pauso una regla / suspender una regla / apagar una regla por ahora /
    parar una regla por un tiempo`,
  'delete-rule': `
    quiero borrar una regla / como borro una regla / quitar una regla / eliminar una regla / ya no quiero esa regla`,
  'set-program': `
    quiero cambiar la configuracion / configurar el programa / cambiar el minimo para canjear / cambiar la validez del vale /
    cuanto puede pagar el cashback de la compra / crear niveles de clientes / ajustes del programa / ver la configuracion`,
  report: `
    como van las ventas / como nos fue / cuanto vendi este mes / cuanto vendimos / resumen de ventas /
    balance del mes / quiero ver los numeros / numeros de la tienda / como va la facturacion /
    desempeno de la tienda / estadisticas de la tienda`,
  cohorts: `
    cuantos clientes volvieron / los clientes estan volviendo / quien volvio a comprar / clientes que vuelven /
    retencion de clientes / cuantos compraron otra vez / tabla de retorno`,
  export: `
    quiero bajar las ventas en excel / manda una planilla / necesito una planilla de las ventas /
    descargar los datos de la tienda / generar un archivo con los clientes / exportar los datos`,
  'till-keys': `
    necesito la clave para mi sistema de caja / integrar mi sistema de caja / clave de api para el punto de venta / token de la caja /
    conectar el sistema de la caja / revocar la clave de la caja`,
  'claim-sale': `
    compre y no gane cashback / mi compra no aparece / olvide dar mi telefono en la compra / quiero puntos por mi recibo /
    tengo un recibo aqui / como registro mi recibo / mi compra de ayer no entro`,
  'link-sale': `
    el cliente olvido dar el telefono / poner una venta a nombre del cliente / como vinculo una venta / esta venta es de un cliente`,
  'record-sale': `
    como registro una venta sin terminal / quiero cargar una venta en efectivo / anotar una venta / registrar una venta a mano`,
  'void-sale': `
    registre mal una venta / quiero cancelar una venta que registre / como anulo una venta / quitar una venta que cargue mal`,
  campaign: `
    quiero hacer una campana / como creo una campana / traer de vuelta a los clientes / mandar una oferta a los clientes /
    una campana para los que se fueron / enviar una promocion`,
  campaigns: `
    que campanas estan en curso / ver campanas activas / lista de campanas / que campanas hice`,
  'campaign-result': `
    funciono la campana / cual es el resultado de la campana / como le fue a la campana / cuantos volvieron con la campana`,
  'edit-campaign': `
    extender la campana / cambiar cuando termina la campana / cambiar el texto de la campana / darle mas presupuesto a la campana`,
  'stop-campaign': `
    quiero parar la campana / cancela la campana / termina la campana / deja de enviar la campana`,
  'why-message': `
    por que la clienta recibio ese mensaje / quien envio ese mensaje al cliente / por que le mandaste mensaje /
    de donde salio ese mensaje / por que le avisaron`,
  'validate-voucher': `
    un cliente quiere usar un vale / llego un cliente con un vale / como valido un vale /
    tengo un vale aqui para validar / revisar un vale / revisa este codigo {code} / el vale {code} sirve /
    el cliente mostro {code} / ver si el vale {code} es valido / revisa {code} compra de {amount_cents} /
    usar {code} en una compra de {amount_cents}`,
  'connect-smartpos': `
    quiero vincular mis maquinas / como conecto mi cuenta / conectar mis maquinas / donde pongo las claves /
    integrar con smartpos / configurar el webhook / poner la clave de la api`,
  'disconnect-smartpos': `
    dejar de recibir ventas de smartpos / quitar la conexion / deshacer la integracion con smartpos / cortar smartpos`,
  pending: `
    ventas que no entraron / hay alguna venta con problema / que necesita de mi / fallo alguna venta / ventas que fallaron`,
  messages: `
    que envia el programa a los clientes / que avisos reciben los clientes / ver lo que se envia / quiero ver los mensajes`,
  'edit-message': `
    quiero escribir el mensaje a mi manera / cambiar lo que recibe el cliente / quiero otro texto en el mensaje / cambiar las palabras del mensaje`,
  'quiet-hours': `
    no mandar mensajes de noche / a que hora salen los mensajes / elegir el horario de las promociones / cuando salen las ofertas`,
};
