import type { MorePhrases } from '../index';

/** What the shop's staff say, in many ways; `none` is what is said to colleagues and no wish. */
export const staffEs: MorePhrases = {
  'setup-start': `
    empezar / vamos a empezar / quiero empezar / comenzar / empezar a usar / quiero abrir mi tienda / abrir una tienda / registrar mi tienda /
    quiero registrar mi empresa / crear mi tienda / configurar mi tienda desde cero / como empiezo / quiero usarlo en mi tienda / iniciar registro de la tienda`,
  status: `
    estado / situacion / como estamos / en que vamos / como esta la configuracion / como va la configuracion / que falta / falta algo / que falta hacer /
    que falta configurar / proximo paso / siguiente paso / cual es el proximo paso / y ahora que hago / en que paso estoy / en que etapa estamos / ya termino la configuracion /
    esta todo listo / esta todo bien / el programa esta encendido / el programa esta corriendo / esta funcionando / pasos`,
  'connect-smartpos': `
    conectar smartpos / conecta smartpos / conectar con smartpos / vincular smartpos / integrar smartpos / integrar con smartpos / enlazar smartpos / quiero conectar mis maquinas / como conecto las maquinitas /
    como vinculo las terminales / conectar las maquinas / conectar la terminal / donde pongo las claves / donde pongo la clave de smartpos / poner la clave de smartpos / tengo la clave de smartpos / cambiar la clave de smartpos`,
  'disconnect-smartpos': `
    desconectar / desconectar smartpos / desconecta smartpos / apagar smartpos / apagar la integracion / quitar smartpos / quitar la conexion / eliminar la integracion /
    cancelar la integracion con smartpos / desvincular smartpos / terminar la conexion / borrar las claves de smartpos`,
  terminals: `
    maquinas / maquinitas / mis maquinas / terminales / ver maquinas / lista de maquinas / listar terminales / que maquinas tengo / cuales maquinitas estan encendidas / que maquinas aparecieron /
    alguna maquina parada / hay maquina sin vender / que maquina se paro / la maquina esta funcionando / la maquinita esta respondiendo / ultima venta de cada maquina / que maquina vendio / maquinas por adquirente`,
  'test-sale': `
    probar venta / venta de prueba / venta prueba / hacer una venta de prueba / probar una venta / quiero probar / probar la maquina / probar la maquinita / probar la terminal / voy a pasar una venta /
    voy a hacer una venta para probar / ver si la venta llega / ver si esta llegando / revisar si la venta llego / pasar un real para probar / prueba de venta`,
  activate: `
    activar / activa / activa el programa / encender / enciende el programa / enciende todo / prende el programa / puedes encender / puedes activar / puedes empezar / empezar a valer / que empiece a valer / ponerlo en marcha /
    activar mensajes / encender los mensajes / activar los mensajes de cumpleanos / enciende los mensajes de cashback / reactivar / volver a encender el programa / retomar / volver a dar cashback /
    volver a mandar mensajes / activar de todos modos / enciende de todos modos`,
  pause: `
    pausar / pausa / pausa todo / pausar el programa / pausar mensajes / pausa los mensajes / aguanta los mensajes / parar los mensajes unos dias / suspender mensajes /
    deja de mandar mensajes / deja de mandar mensajes a los clientes / no mandes mas mensajes a los clientes / apagar mensajes / dejar de dar cashback / dejar de dar puntos /
    pausar ganancias / pausar el cashback / suspender el cashback / parar todo / apagar el programa / parar los mensajes de cumpleanos / dale un descanso al programa`,
  rules: `
    reglas / mis reglas / las reglas / ver reglas / ver las reglas de la tienda / listar reglas / lista de reglas / muestra las reglas / que reglas tengo / que reglas estan valiendo /
    que reglas estan encendidas / reglas activas / como estan las reglas / que esta valiendo / reglas que hice / reglas registradas`,
  'add-rule': `
    crear regla / nueva regla / agregar regla / quiero crear una regla / registrar regla / quiero hacer una regla / quiero dar cashback / quiero dar puntos / quiero dar descuento a los clientes /
    crear una promocion / hacer una promocion / como creo una regla / poner cashback / cambiar el cashback de la tienda`,
  'pause-rule': `
    pausar regla / pausa una regla / pausar la regla {number} / pausa la regla {number} / suspender la regla {number} / suspende la regla {number} / apagar la regla {number} /
    desactivar la regla {number} / desactiva la regla {number} / para la regla {number} / deja la regla {number} parada / regla {number} pausada / volver a encender la regla {number} / vuelve la regla {number} /
    activar la regla {number} / reactivar la regla {number} / la regla {number} no vale por ahora`,
  'delete-rule': `
    borrar regla / borra una regla / borrar la regla {number} / borra la regla {number} / eliminar la regla {number} / elimina la regla {number} / quitar la regla {number} /
    quita la regla {number} / saca la regla {number} / acaba con la regla {number} / no quiero mas la regla {number} / ya no quiero la regla {number}`,
  simulate: `
    simular / simulacion / simula cashback / simular una regla / cuanto costaria / cuanto iba a costar / cuanto gastaria / cuanto saldria / cuanto habria dado / y si diera cashback /
    y si diera {amount_cents} de cashback / probar una regla en las ventas pasadas / prueba cuanto saldria / haz la cuenta de cuanto cuesta`,
  'edit-rule': `
    cambiar regla / cambiar una regla / editar regla / edita la regla {number} / cambiar la regla {number} / cambia la regla {number} / alterar la regla {number} / modifica la regla {number} /
    corregir la regla {number} / cambiar el valor de la regla {number} / en la regla {number} / la regla {number} ahora`,
  'set-program': `
    configuracion del programa / configurar el programa / ajustes / cambiar configuracion / minimo para canjear / canje minimo / validez del vale / cuanto dura el vale / cuanto paga el cashback de la compra /
    limite del cashback en la compra / niveles de clientes / plazo para reclamar factura / que hacer en las devoluciones`,
  campaign: `
    crear campana / nueva campana / hacer campana / quiero hacer una campana / campana / campana nueva / mandar una promocion / quiero mandar una promocion a los clientes /
    mandar mensaje a quien desaparecio / traer de vuelta a quien no compra / campana para quien no compra hace {number} dias / vale para quien se fue hace {number} dias /
    mandar {amount_cents} a quien no viene hace {number} dias / mandar mensaje a todos / mandar oferta a los clientes / recuperar clientes perdidos`,
  campaigns: `
    campanas / mis campanas / ver campanas / lista de campanas / listar campanas / que campanas estan corriendo / que campanas tengo / hay campana activa / campanas activas / como estan las campanas`,
  'campaign-result': `
    resultado de la campana / resultado de la campana {number} / como fue la campana {number} / como va la campana {number} / la campana {number} dio resultado / la campana {number} funciono /
    la campana {number} valio la pena / cuanto vendio la campana {number} / retorno de la campana {number} / salio bien la campana {number} / cuantos volvieron con la campana {number}`,
  'stop-campaign': `
    parar campana / parar la campana {number} / para la campana {number} / terminar la campana {number} / termina campana {number} / cancelar la campana {number} / cancela la campana {number} /
    cerrar la campana {number} / acaba con la campana {number} / puedes parar la campana {number} / suspender la campana {number}`,
  'edit-campaign': `
    cambiar campana / cambiar la campana {number} / quiero cambiar una campana / editar la campana {number} / extender la campana {number} / prorrogar la campana {number} /
    cambiar el plazo de la campana / cambiar el texto de la campana / subir el presupuesto de la campana / como cambio una campana / modificar la fecha final de la campana`,
  'add-reward': `
    crear premio / nuevo premio / premio nuevo / registrar premio / poner premio / agregar premio / poner un regalo / registrar regalo / premio {name} por {points} puntos / regalo {name} {points} puntos /
    quien junte {points} puntos gana {name} / cambiar {points} puntos por {name} / {points} puntos valen un {name} / poner {name} en el catalogo por {points} puntos`,
  rewards: `
    premios / ver premios / premios de la tienda / lista de premios / que premios registre / catalogo / regalos registrados / que regalos hay en la tienda`,
  'validate-voucher': `
    validar / validar vale / valida un vale / validar cupon / validar {code} / valida el {code} / valida el codigo {code} / revisa el {code} / revisa este codigo {code} / chequea el {code} /
    usar el {code} / usa el vale {code} / cliente quiere usar {code} / el cliente quiere usar el {code} / el cliente tiene el codigo {code} / cliente con el vale {code} / pasa el {code} /
    este codigo vale {code} / el {code} es valido / {code} compra de {amount_cents} / {code} en {amount_cents} / el codigo {code} en una compra de {amount_cents} /
    cliente con el codigo {code} compra de {amount_cents} / valida {code} en la compra de {amount_cents} / valida el {code} cuenta de {amount_cents} / codigo {code} total {amount_cents} / usar {code} en {amount_cents}`,
  'record-sale': `
    registrar venta / anotar venta / cargar venta / venta manual / hice una venta sin maquina / venta en efectivo / venta {amount_cents} {phone} / venta de {amount_cents} al {phone} /
    anota una venta de {amount_cents} para {phone} / cargar {amount_cents} al {phone} / registra {amount_cents} al cliente {phone} / vendi {amount_cents} al {phone} / vendi {amount_cents} a {phone} /
    {phone} compro {amount_cents} / el cliente {phone} gasto {amount_cents} / venta en efectivo {amount_cents} cliente {phone} / anota venta {amount_cents} telefono {phone} / pase {amount_cents} al {phone}`,
  'void-sale': `
    anular venta / anulacion / cancelar venta / deshacer venta / anular la venta {reference} / anula la venta {reference} / anulacion de la venta {reference} / cancela la venta {reference} /
    cancelar la venta {reference} / revertir la venta {reference} / deshacer la venta {reference} / cargue mal la venta {reference} / pase mal la venta {reference} / devolucion de la venta {reference} / devolvio la compra {reference}`,
  'link-sale': `
    vincular venta / vincular la venta {reference} al {phone} / vincula la venta {reference} con {phone} / unir la venta {reference} al cliente {phone} / une la venta {reference} al telefono {phone} /
    la venta {reference} es del cliente {phone} / la venta {reference} es del {phone} / pon la venta {reference} al {phone} / pon la venta {reference} a nombre de {phone} / venta {reference} cliente {phone} / asociar venta {reference} {phone}`,
  customer: `
    cliente / ver cliente / buscar cliente / cliente {phone} / ver el cliente {phone} / quien es {phone} / quien es el {phone} / datos del {phone} / ficha del {phone} / registro del {phone} / busca al {phone} /
    busca {phone} / consulta {phone} / cuanto tiene {phone} / cuanto tiene de saldo el {phone} / saldo del {phone} / saldo del cliente {phone} / cuantos puntos tiene el {phone} / revisa el {phone} / historial del cliente {phone} / {phone}`,
  'block-customer': `
    bloquear cliente / bloquear {phone} / bloquea el {phone} / bloquear al cliente {phone} / bloquea este numero {phone} / no atiendas mas al {phone} / {phone} esta estafando bloquea / echa al {phone} /
    bloquea a {phone} / impide que {phone} lo use / desbloquear {phone} / desbloquea el {phone} / quitar el bloqueo del {phone}`,
  adjust: `
    ajustar saldo / ajuste / hacer un ajuste / ajustar {amount_cents} {phone} / ajusta {amount_cents} en el {phone} / ajuste de {amount_cents} en {phone} / da {amount_cents} al {phone} / dale {amount_cents} de saldo al {phone} /
    pon {amount_cents} de saldo al {phone} / acredita {amount_cents} al {phone} / agrega {amount_cents} al {phone} / agrega {amount_cents} de cashback al {phone} / suma {amount_cents} al saldo del {phone} /
    quita {amount_cents} al {phone} / quita {amount_cents} del saldo del {phone} / descuenta {amount_cents} al {phone} / debita {amount_cents} del {phone} / dar {points} puntos al {phone} / bono de {amount_cents} al {phone} / ajusta {phone} mas {amount_cents}`,
  messages: `
    mensajes / ver mensajes / lista de mensajes / que mensajes mandan / que mensajes recibe el cliente / que recibe el cliente / mensajes automaticos / textos de los mensajes / ver los textos /
    que se manda a los clientes / que les mandamos / muestra los mensajes / que mensajes estan encendidos / ver mensaje / vista previa del mensaje`,
  'edit-message': `
    cambiar mensaje / editar mensaje / cambiar el texto del mensaje / cambiar el mensaje de bienvenida / editar el mensaje de cumpleanos / cambiar el texto del cashback / escribir otro mensaje de vuelve /
    quiero cambiar lo que dice el mensaje / personalizar mensaje / modificar el mensaje de vale / quiero escribirlo a mi manera / escribir el mensaje diferente / volver al texto original`,
  'quiet-hours': `
    horario de los mensajes / horario de envio / a que hora manda mensajes / cambiar el horario de los mensajes / horario de silencio / horario {from} a {to} / de {from} a {to} / mandar solo de {from} a {to} /
    mensajes solo entre {from} y {to} / no mandes mensajes de noche / no mandar despues de las {to} / solo manda despues de las {from} / no mandar antes de las {from} ni despues de las {to}`,
  report: `
    informe / reporte / ver informe / mandame el informe / informe del mes / informe de la semana / informe de hoy / informe de ayer / informe de octubre / resumen / resumen del dia / resumen de la semana / resultados / numeros del mes /
    los numeros de septiembre / como fue el mes / como fue ayer / como va el mes / como va la semana / como fue la semana pasada / como van las ventas / cuanto vendi / cuanto vendi hoy / cuanto vendimos ayer / ventas de hoy / ventas del mes /
    cuanto di de cashback / cuanto se canjeo / cuanto gaste en cashback este mes / facturacion / cierre del dia / balance del mes / desempeno / estadisticas`,
  cohorts: `
    retorno / tabla de retorno / clientes que volvieron / cuantos clientes vuelven / cuantos volvieron / los clientes estan volviendo / mis clientes vuelven / recompra / tasa de recompra / tasa de retorno / retencion / fidelidad de los clientes /
    clientes que vuelven a comprar / de cada mes cuantos volvieron`,
  export: `
    exportar / exportar ventas / exportar clientes / exportar datos / descargar ventas / descargar planilla / planilla / planilla de ventas / hoja de calculo / quiero una planilla / mandamelo en excel / lista de clientes en excel / archivo csv / csv de las ventas /
    generar csv / extraer las ventas / descargar la lista de clientes / informe en excel`,
  team: `
    equipo / mi equipo / ver equipo / lista del equipo / quien es del equipo / quien esta en el equipo / empleados / mis empleados / quien tiene acceso / quien puede cambiar cosas / quien usa el sistema / quien trabaja aqui / cajeros registrados / gerentes registrados`,
  'add-staff': `
    agregar cajero / agregar gerente / agregar empleado / nuevo cajero / nueva gerente / agregar cajero {phone} / agrega {phone} como cajero / agrega al {phone} de gerente / pon al {phone} en la caja / pon {phone} como gerente /
    registra la cajera {phone} / contrate a alguien el numero es {phone} / contrate un cajero {phone} / nuevo empleado {phone} / nueva cajera {phone} / da acceso al {phone} / habilita al {phone} como cajero / pon al {phone} en el equipo / {phone} va a ser gerente / asciende al {phone} a gerente`,
  'remove-staff': `
    quitar del equipo / quitar empleado / sacar del equipo / quitar {phone} / quita al {phone} / saca al {phone} / saca al {phone} del equipo / quitar {phone} del equipo / quita el acceso del {phone} / {phone} se fue de la tienda / {phone} ya no trabaja aqui /
    despedi al {phone} / eche al {phone} / elimina al {phone} del equipo / cancela el acceso del {phone}`,
  shop: `
    tienda / mi tienda / datos de la tienda / configuracion de la tienda / ver tienda / cambiar nombre de la tienda / cambiar el nombre de la tienda / color de la tienda / cambiar el color / cambiar zona horaria / zona horaria / huso horario / cambiar la ciudad / direccion de la tienda /
    cnpj de la tienda / horario de atencion de la tienda / idioma de la tienda`,
  'voucher-mode': `
    modo de vale / modo de vales / modo de voucher / como validar vales / como se validan los vales / cambiar el modo de vale / validar en el mostrador / validacion en mostrador / validar en la caja / validacion automatica / validar automatico /
    quiero vales automaticos / modo manual / modo mostrador / modo automatico / quiero que se valide en la caja conectada`,
  'audit-log': `
    historial / historial de cambios / historial de modificaciones / quien cambio / quien toco / quien cambio las reglas / quien hizo eso / quien hizo que / que cambio / que se cambio / que fue modificado / ultimos cambios / registro de cambios / log / auditoria / que hizo el equipo`,
  undo: `
    deshacer / deshaz / deshaz eso / deshacer lo ultimo / deshaz el ultimo cambio / deshaz lo que hice / vuelve atras / volver atras / me equivoque / lo hice mal deshaz / no era eso deshaz / vuelve como estaba / dejalo como antes / revertir / revierte el ultimo cambio / cancela el ultimo cambio`,
  pending: `
    pendiente / pendientes / que esta pendiente / hay pendientes / hay algo pendiente / que falta resolver / que tengo que resolver / que me necesita / hay algo esperando / cosas para resolver / hay problemas para ver / ventas con problemas / vales por confirmar`,
  'why-message': `
    por que no salio el mensaje / por que no mando mensaje / por que no llego el mensaje / por que no llego el mensaje al {phone} / por que no mando al {phone} / {phone} no recibio / {phone} no recibio mensaje por que / el cliente {phone} no recibio mensaje /
    el mensaje del {phone} no llego / cliente {phone} dice que no recibio / por que {phone} recibio mensaje / que paso con el mensaje del {phone}`,
  'till-keys': `
    clave de caja / claves de caja / clave de api / api / generar clave / crear clave / nueva clave / clave para el pos / integrar mi caja / integrar el pos / conectar el sistema de caja / clave del sistema / borrar clave de caja / cambiar la clave de caja`,
  menu: `
    comandos / que puedo hacer / que se puede hacer / ayuda / ayudame / opciones / lista de comandos / cuales comandos`,
  none: `
    manana no abro / hoy no abrimos / voy a almorzar / voy al banco / ya vuelvo / se fue la luz / se cayo internet / no hay luz / el movimiento esta flojo / buen movimiento hoy / buena suerte / llego mercaderia / llego el proveedor / necesito comprar pan / falta cambio /
    el cliente se quejo del precio / cierra la caja / abre la puerta / hablame despues / llamame despues / buen trabajo a todos / gracias / vale / listo / todo bien por aqui`,
};
