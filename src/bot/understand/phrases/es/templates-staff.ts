/** Templates of what the staff say, where no phrase has it yet: `wish: template` on each line. */
export const templatesStaffEs = `
setup-start: (tengo|abri|acabo de abrir|quiero abrir) (una tienda|una panaderia|un local|un restaurante|un negocio) [y] (quiero empezar|como empiezo|como arranco|quiero registrarla)
status: (en que paso|por donde|como) (quede|vamos|voy|ando|va todo) [con la configuracion|en el programa]
status: (que|algo) (falta|me falta|sigue|queda por hacer|no anda) [para terminar|en mi programa]
status: (esta|anda) todo (funcionando|bien|en orden|listo|prendido)
connect-smartpos: (donde|como) (pongo|cargo|ingreso|conecto|enlazo|meto) (la clave de smartpos|las claves|mi smartpos|el smart pos|las credenciales)
connect-smartpos: (conecta|enlaza|vincula|quiero conectar|necesito enlazar) (smartpos|el smart pos|la integracion|mis maquinas con smartpos)
disconnect-smartpos: (corta|saca|termina|desconecta|quita) (la integracion con smartpos|smartpos|el smart pos|la conexion con smartpos)
terminals: (que|cuales|hay alguna) (maquinas|maquinitas|terminales|posnet) (estan prendidas|andan|parada|sin vender|conectadas|vendieron hoy)
terminals: la (maquina|maquinita|terminal) de (stone|cielo|la caja|pagbank) (esta mandando ventas|anda|funciona|esta prendida)
test-sale: (voy a|quiero|vamos a|la cajera va a) (pasar una tarjeta|hacer una venta de prueba|pasar un real|probar una venta) [para probar|fijate si llega|y me dices si llega|ahora]
test-sale: (fijate|mira|proba|revisa|avisame) si (llega|entra|aparece) (la venta|mi venta|la proxima venta)
activate: (ya esta todo|todo listo|estamos listos|dale) (arranquemos|prendelo|activa|empecemos|que empiece) [con el programa|a valer]
activate: (prende|activa|arranca|enciende|pon en marcha) (el programa|el cashback|todo) [ya|igual|ahora]
pause: (para|frena|pausa|suspende|congela|deten) (todo|el programa|el cashback|los mensajes|los mensajes de cumpleanos|los mensajes de campana) [por ahora|un tiempo|hasta el lunes]
pause: (para|pará) todo el programa (que cerramos|porque cerramos) (por vacaciones|por obras)
rules: (que|cuales|mostrame las|muestrame las|lista de las) reglas (estan activas|tengo|valen|hay|que estan andando) [ahora]
rules: cuales son las reglas que (puse|tengo)
pause-rule: (desactiva|suspende|pausa|frena|apaga|deten) (la regla {number}|la {number} regla|regla numero {number}) [por ahora|un tiempo]
pause-rule: (deja|pon) la regla {number} (parada|en pausa|quieta|suspendida) [un tiempo]
delete-rule: (borra|elimina|saca|quita|tira) (la regla {number}|la {number} regla|regla numero {number}) [ya no la quiero|para siempre|porfa]
simulate: (cuanto|que) me (costaria|saldria|cuesta) (si doy|dar|dando) [mas|menos] (cashback|puntos)
campaign: (manda|dale|dales|regala|ofrece) {amount_cents} a (los|quienes|la gente|clientes) que no (vienen|compran|vuelven|aparecen) hace {number} dias
campaign: (avisa|cuentale|escribe|manda un mensaje) a (todos los clientes|mis clientes vip|todos|los cumpleaneros) que (hay|tenemos) (descuento|una promo|una oferta|veinte por ciento de descuento) [esta semana|hoy]
campaign: (quiero hacer|arma|lanza|prepara|haceme) (una campana|una promo) para (los que se fueron|los cumpleaneros del mes|clientes perdidos|mis mejores clientes)
campaigns: (que|cuales) campanas (estan corriendo|estan activas|tengo|hice|hay)
campaign-result: la campana {number} (funciono|sirvio|anduvo|rindio|trajo gente)
campaign-result: (como|cuanto) (fue|rindio|anduvo|trajo|dejo|va) la campana {number}
stop-campaign: (para|termina|corta|cancela|frena|deten) la campana {number} [ya|ahora|porfa]
add-reward: (pon|agrega|carga|suma) (un|una) {name} (en el catalogo|a los premios|en la lista) (por|a|de) {points} puntos
add-reward: (quien junte|con|juntando) {points} puntos (se lleva|gana|lleva) (un|una) {name}
add-reward: (nuevo|agregar|crear) (premio|regalo) {name} (por|de|a) {points} (puntos|pts)
validate-voucher: (valida|revisa|usa|aplica|acepta|fijate) [el|este] (vale|cupon|voucher|codigo) {code} [porfa|de un cliente]
validate-voucher: (vale|cupon|voucher) {code} (en la compra de|total|la cuenta dio|por|son) {amount_cents}
validate-voucher: (el cliente|una senora|un muchacho) (trajo|tiene|me muestra|quiere usar) [el|un] (vale|cupon|codigo) {code} [sirve|esta bien]
record-sale: [el|la] {phone} (gasto|compro|pago|dejo|llevo) {amount_cents} [en efectivo|hoy]
record-sale: (anota|registra|carga|pon|apunta|ingresa) [una venta de|una compra de] {amount_cents} (al|a|para|a nombre del|para el) [cliente|numero] {phone}
record-sale: (vendi|venta|venta en efectivo|compra) [de] {amount_cents} (al|a|para|de|a nombre de|a nombre del) [cliente|clienta|cel] {phone}
record-sale: (cobrale|cobrame|cobra) {amount_cents} (a nombre del|al|a nombre de) {phone}
void-sale: (devuelve|anula|revierte|cancela|deshace|da de baja) la (venta|compra|operacion) {reference} [que pase mal|el cliente la devolvio|porfa]
void-sale: la (venta|compra) {reference} (se cancelo|fue un error|la devolvieron|esta mal) [anulala|devuelvela|sacala]
link-sale: la (compra|venta|boleta) {reference} (es del|es de|la hizo|fue del|corresponde al) {phone}
link-sale: (vincula|asocia|pasa|asigna|pon|liga) (la venta|la compra|nsu|la boleta) {reference} (al|con|a|en el|para el) [cliente|numero] {phone}
customer: (quien es|busca|mostrame|muestrame|abre|ficha de|fijate|revisa) [el|al|cliente|a la clienta] {phone} [porfa|despues veo si lo bloqueo]
customer: cuanto (tiene|cashback tiene|lleva) [el|la] {phone}
customer: (ficha|historial|saldo|datos) (del|de la|de) [cliente|clienta] {phone}
block-customer: (bloquea|banea|frena|corta) [al|a|al cliente] {phone} [hace trampa|que no gane mas]
block-customer: [el] {phone} (hace trampa|nos estafa|abusa|es un vivo) (bloquealo|frenalo|bloqueala)
block-customer: no (dejes que|permitas que) [el] {phone} (gane|sume|reciba) (mas cashback|mas puntos|nada)
adjust: (dale|acredita|suma|agrega|pon) {amount_cents} (al|a|en el) [cliente] {phone} [porque se demoro el pedido|de cortesia|motivo {reason}|por las molestias]
adjust: (quitale|sacale|descuenta|resta|debita) {amount_cents} (al|a|del saldo de|del saldo del) {phone} [error de carga|se cargo dos veces|motivo {reason}]
messages: (que|cuales) mensajes [automaticos] (mandan|salen|reciben los clientes|hay)
edit-message: (cambia|modifica|reescribe|edita|reemplaza) el (texto|mensaje|aviso) de (bienvenida|cumpleanos|vencimiento|vale|regreso)
edit-message: (cambia|modifica|quiero cambiar|edita) el mensaje que (va|sale|mandan|reciben) cuando (vence el saldo|ganan cashback|sacan un vale|cumplen anos)
quiet-hours: (solo manda|manda|mensajes|horario de envio|que los mensajes salgan) [mensajes|nomas] (de|entre|desde) {from} (a|y|hasta) {to}
quiet-hours: no (molestes|escribas|mandes) a nadie antes de {from} ni despues de {to}
report: (cuanto|que) (vendi|vendimos|facture|hicimos) (hoy|ayer|la semana pasada|del mes|el mes pasado|en octubre|esta semana)
report: (como fue|como va|numeros de|reporte de|resultados de|resumen de|cierre de|ventas de) (hoy|ayer|la semana pasada|del mes|el mes pasado|en octubre|esta semana)
cohorts: (cuantos|que parte de los) clientes (estan volviendo|vuelven|regresan|compran otra vez)
cohorts: (tabla|tasa|numeros) de (retorno|regreso|retencion)
export: (baja|exporta|mandame|quiero|descarga) (las ventas|los clientes|la lista de clientes|una planilla|un csv|todo en excel) [en un archivo|en planilla]
team: (quien|quienes) (esta en|puede usar|tiene acceso a|trabaja en|estan en) (el equipo|esto|el sistema|el bot) [ademas de mi]
team: (recuerdame|lista|mostrame|dime) (quien tiene acceso|mis empleados|quien esta en el equipo|quien puede usar esto)
add-staff: (pon|agrega|suma|registra|carga) [al|a la] {phone} (de|como|en la caja como) (cajero|cajera|gerente|encargado|dueno)
add-staff: (nueva|nuevo|contrate un|contrate una) (cajero|cajera|gerente|encargado|dueno) {phone}
add-staff: (mi socio|mi mujer|mi hermano|mi hijo|ana) {phone} (es|va a ser|tambien es|sera) (cajero|cajera|gerente|encargado|dueno)
remove-staff: (despedi al|saca al|quita al|elimina al|echa al) {phone} [del equipo|sacalo|del sistema]
remove-staff: [el] {phone} (ya no trabaja aca|renuncio|se fue|ya no esta|fue despedido) [sacalo]
shop: (cambia|cambiar|corrige|ver|mostrar|actualiza) (el nombre de la tienda|la zona horaria|los datos de la tienda|la direccion|la ciudad)
shop: quiero cambiar (el nombre de la tienda|el nombre del local|la zona horaria|los datos del negocio)
shop: con que nombre y cnpj figura mi (negocio|tienda)
voucher-mode: quiero que (el vale|los vales|el cupon|los vouchers) se (descuente|descuenten|use|usen|apliquen) (solo|solos|automaticamente) (en la venta|al pagar)
voucher-mode: (pon|deja|cambia|pasa) (los vales|los vouchers|el voucher) (en|a) [modo] (automatico|mostrador|manual|caja conectada)
voucher-mode: (la caja|el sistema|el pdv) (va a validar|valida|revisa) (los vales|los codigos) [por el sistema conectado]
audit-log: quien (cambio|toco|hizo|borro|edito|pauso) (que|esto|eso|las reglas)
audit-log: (quiero ver|mostrame|lista|ver) (todos los cambios|el historial de cambios|que se cambio|cada cambio) [de esta semana|y quien los hizo]
undo: (deshaz|deshace|revierte|vuelve atras|anula) (lo ultimo|el ultimo cambio|lo que acabo de hacer|mi cambio|eso)
undo: (uy|ups|perdon|me equivoque) (deshacer|deshazlo|vuelve atras|revierte)
pending: (hay algo|tengo algo|que hay|que esta) (esperando|pendiente|por aprobar|trabado|sin resolver) [mi aprobacion|hoy|de mi parte]
why-message: por que (no recibio|recibio) [el] {phone} (el mensaje|un mensaje|nada)
why-message: por que el {phone} (no recibio|recibio) (el mensaje|un mensaje|nada)
why-message: llego el mensaje (del|al|de) {phone}
till-keys: (quiero|genera|dame|necesito|crear) una (clave|llave) (para la api|del pdv|para la caja|para mi sistema) [de la caja]
none: (dale|perfecto|genial|muchas gracias|ok) (perfecto|jefe|gracias|equipo|entonces)
none: (saldo|puntos|cashback) {number}
activate: (bueno|dale|listo|ya) (ponlo en marcha|ponelo en marcha|prende el programa|prendelo|enciende el programa)
activate: (enciendelo|activalo|prendelo) (igual|de todos modos|de todas formas) [aunque no haya pasado la venta de prueba|sin la venta de prueba]
activate: la venta de prueba (entro bien|salio bien|llego) (asi que|entonces) [ya] (prende|activa|enciende) (el programa|todo)
setup-start: (quiero|quisiera) (inscribir|registrar|dar de alta) mi (restaurante|tienda|perfumeria|local|gimnasio|cafe) [en el programa]
setup-start: (arranquemos|empecemos|vamos) (con el alta de|a configurar|a dar de alta) (la perfumeria|el local|la tienda|la ferreteria)
setup-start: tengo una (heladeria|peluqueria) y quiero (arrancar|empezar) con (el programa|los puntos)
disconnect-smartpos: (desengancha|desconecta|corta|suelta|desvincula) (smartpos|la smartpos|el smartpos) [del local|de la tienda]
connect-smartpos: hay que (enganchar|conectar|enlazar) la cuenta de smartpos [con ustedes] [como se hace]
test-sale: voy a (cobrar|pasar|hacer) (una bolsa|un cafe|una venta) de prueba [echale ojo|fijate si llega|mira si llega]
terminals: cuantos (datafonos|terminales|posnet|aparatos) tengo (conectados|andando) [y cuando vendieron por ultima vez]
messages: (cuales|que) (avisos|mensajes) estan (prendidos|encendidos|apagados|activos) [y cuales apagados]
report: (quiero|pasame|dame) (las metricas|los numeros|las cifras) de (este mes|esta semana|ayer|la semana pasada)
report: (y|) (esta semana|este mes|hoy) como vamos
report: cuanto se vendio (ayer|hoy|esta semana|este mes)
audit-log: (alguien|quien) movio algo (ayer|hoy|esta semana) [quiero saber quien fue] [muestrame el registro]
audit-log: quiero ver que hizo cada (empleado|cajero|uno) [en el sistema]
menu: (que cosas te puedo pedir|para que sirves|dime que te puedo pedir) [hazme una lista]
undo: no no eso no era (deshazlo|deshacelo|reviertelo)
edit-message: (la bienvenida|el mensaje de cumpleanos|el aviso) no tiene nuestro (estilo|tono) quiero cambiar ese mensaje
edit-message: hay (una falta de ortografia|un error) en el mensaje (del vale|de cumpleanos)
quiet-hours: nada de mensajes antes de las {from} ni despues de las {to}
validate-voucher: (tengo en caja|me trajeron|me dio) [un cupon|el codigo|un vale] {code} la compra es de {amount_cents}
validate-voucher: (canjeale|pasale|validale) al cliente el vale {code}
validate-voucher: (me traen|me trae) (el|un) (vale|cupon) {code}
validate-voucher: (esta bueno|sirve) (el|este) (codigo|vale) {code}
void-sale: esa venta nsu {reference} no va (cancelala|anulala) [que le cobraron de mas]
void-sale: trajo (los zapatos|la ropa) de vuelta (reversa|anula) la venta {reference}
record-sale: (apuntame|anotame|cargame) la venta de {amount_cents} al {phone} [pago en efectivo]
record-sale: nueva venta {amount_cents} al {phone}
adjust: (abonale|sumale|cargale|regalale) {amount_cents} al {phone} [por la demora]
set-program: (los vales|los cupones|los vouchers) (vencen a los|tengan|duran) {number} dias [de emitidos|de vigencia]
set-program: la gente tiene {number} dias para reclamar (un ticket|una compra|su compra)
set-program: que el cashback no pague mas del {number} de la compra
set-program: si devuelven la compra y ya gastaron el cashback (se perdona|que no quede como deuda|queda como deuda)
set-program: los vales (viven|duran) {number} dias
none: (pidele|pedile) al proveedor {number} (bultos|cajas|bolsas) [de croquetas|de harina]
none: puedo cambiar turno con (la chica|alguien|el nuevo)
none: dame una receta de (rosca|pan|torta)
report: cuantos clientes (tengo|tenemos)
report: cuanto (debo|ya di) de cashback [a los clientes]
report: cuanto cashback (debo|ya di)
export: quienes son (mis|nuestros) mejores clientes
export: que clientes compran mas
status: como conecto el whatsapp [de la tienda]
add-reward: que con {points} puntos se puedan llevar una cosa ponlo como premio
link-sale: asocia (el ticket|la venta) {reference} con el numero {phone} [no dio sus datos al pagar]
quiet-hours: manda avisos (nomas|solo) de {from} a {to} [que escribio a medianoche]
none: hay que pedir mas (harina|cebolla|mercaderia)
none: (se acabo|falta) (el papel|el cambio) (de la impresora|en la caja)
none: (chicos|muchachos) quien (cierra|abre) (hoy|manana)
pause-rule: la regla {number} me esta saliendo carisima detenla un rato
`;
