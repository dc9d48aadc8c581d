/** Templates of what customers say: `wish: template` on each line. */
export const templatesCustomersEs = `
balance: (cuanto|que) (tengo|llevo|hay|me queda|tengo juntado|junte|acumule) (en mi cuenta|a favor|de cashback|de puntos|para gastar|guardado|hasta ahora|ahi)
balance: (me queda|tengo|hay|sobro) (algo|algun credito|algun saldo|plata|dinero|cashback|puntos) (en la cuenta|a mi nombre|para usar|con ustedes|mio|ahi)
balance: (ya me cayo|ya me llego|ya entro|ya se acredito|me sumaron|ya aparece) (el cashback|mi saldo|el premio|los puntos|lo de ayer) [de la compra|de ayer]
balance: (cuando|que dia|hasta cuando) (se vencen|vencen|se me vencen|expiran|caducan|puedo usar) (mis puntos|los puntos|mi saldo|el cashback)
balance: (voy a perder|se me va a vencer|tengo por vencer) (algo|puntos|algun saldo|cashback)
balance: (como ando|como voy|como estoy) (de|con los|con el) (puntos|cashback|saldo)
balance: (que|cuanto) (esta disponible|tengo pendiente|puedo gastar|puedo usar ya|es mio) [hoy|ahora]
statement: (mostrame|muestrame|pasame|mandame|dame|quiero ver|quiero revisar) (el detalle|una lista|el historial|el resumen|el registro|los movimientos) de (mis puntos|mi cashback|mi cuenta|mis compras|lo que gane|lo que gane y gaste|todo lo que entro)
statement: (mis|los) [ultimos|{number}] (movimientos|registros|cashbacks|canjes) [porfa|recientes]
statement: (que|lo que) (me fueron acreditando|me acreditaron|me fueron sumando|fui ganando|me dieron) (desde que me anote|en cada compra|por fecha|ultimamente|este mes)
statement: (en que|donde|cuando) (gaste|use|se fueron|utilice) (mis puntos|el cashback|mi saldo)
statement: que compras (contaron|sumaron|dieron puntos|entraron|me reconocieron)
statement: [a ver] (pasame|mandame) (la lista|el resumen) de lo que me han abonado
explain: (como|por que) (llegaron a|calcularon|sacaron|salio|dio|fue) (ese numero|ese monto|esa cuenta|mi cashback|tan poco|menos que antes)
explain: (no entiendo|no me cierra|no me cuadra|me parece raro) (el monto|por que tan poco|el calculo|la cuenta|lo que me dieron|ese numero)
explain: (gaste|pague|compre por) {amount_cents} y (no gane nada|me dieron poco|no me sumo|gane casi nada|me dieron cualquier cosa) [que paso|por que]
explain: (de donde|de que compra) (salieron|vienen|sacaron|son) (estos puntos|esos puntos|este cashback|los puntos)
explain: (tenia que ser|deberia ser|esperaba|me tocaba|debia ser) (mas|mucho mas|otro monto|mas alto)
explain: (explicame|aclarame|desglosame) (ese monto|el ultimo cashback|la cuenta|{amount_cents}|esos {amount_cents}|como salio)
explain: (por que|como es que) mi (ultima compra|compra de ayer|visita) (no sumo|no gano|no dio puntos|dio tan poco)
redeem: (quiero|quisiera|puedo|voy a|dejame|me gustaria|vengo a) (usar|gastar|canjear|aprovechar|descontar|aplicar|gastarme) (mi cashback|mi saldo|lo que tengo|lo que junte|todo|el credito|lo acumulado)
redeem: (usa|usame|descontame|descuentame|sacame|saca|aplica|ponme|rebajame) {amount_cents} (de mi saldo|del cashback|de la cuenta|en esta compra|de lo que tengo|del total)
redeem: (puedo|quiero|se puede) pagar con (mi saldo|el cashback|lo que junte|mi credito|lo acumulado)
redeem: (haceme|hazme|dame|generame|quiero|sacame|mandame) un (vale|cupon|voucher|codigo) de {amount_cents}
redeem: (pasa|convierte|transforma|cambia) (mi cashback|mi saldo|todo|{amount_cents}) (en|a|por) un (vale|cupon|descuento|codigo)
redeem: (estoy en la caja|estoy pagando|estoy por pagar|estoy en la tienda) (quiero usar|puedo usar|dejame usar) (mi saldo|el cashback|lo que tengo)
redeem: quiero que me descuenten {amount_cents} [de la cuenta|del total|con mi saldo]
rewards: (que|cuales) (regalos|premios|recompensas|cosas|productos) (hay|tienen|me llevo|puedo sacar|se consiguen|me dan) [con puntos|por mis puntos|por los puntos]
rewards: (hay|tienen|se puede sacar) (algo|un bolso|una taza|un regalito|algun premio) (con|por|para cambiar por) (puntos|mis puntos)
rewards: (cuantos puntos|con cuantos puntos) (necesito para|me llevo|es|sale|gano) (el regalo|un cafe|un premio|la taza|el premio)
rewards: (quiero|puedo|como hago para) (cambiar|canjear|usar) (mis puntos|los puntos) por (algo|un regalo|un premio|productos)
rewards: (muestrame|mostrame|pasame|ver) (los premios|el catalogo|las recompensas|la lista de premios|los regalos)
vouchers: (que|cuales|cuantos) (vales|cupones|vouchers|codigos) (tengo|me quedan|estan activos|son mios|puedo usar)
vouchers: (donde esta|no encuentro|perdi|se me borro|no me aparece) (mi vale|mi cupon|el codigo|el voucher|el qr) [que saque ayer|de la semana pasada|que hice]
vouchers: (mandame|reenviame|pasame|muestrame) (mi vale|el cupon|el codigo|el qr) (otra vez|de nuevo|porfa)
vouchers: (mi vale|mi cupon|el voucher|el codigo) (todavia sirve|sigue valido|ya vencio|sigue vigente|todavia vale)
vouchers: no quiero cancelar (nada|ninguno) solo (ver|mirar|revisar|saber) (mis cupones|mis vales|cuales tengo)
cancel-voucher: (cancela|anula|borra|elimina|deshace|da de baja|tira) (el|mi|ese|este) (vale|cupon|voucher|codigo) [porfa|que hice|por error|y devolveme el saldo]
cancel-voucher: (cancela|anula|da de baja|borra|deshace) [el|el vale|el cupon] {code} [porfa|y devolveme el saldo|ya no lo quiero]
cancel-voucher: (ya no voy a usar|no voy a usar|ya no quiero) (el vale|ese cupon|{code}|el voucher) [devolveme el saldo|cancelalo|anulalo]
cancel-voucher: (me equivoque|hice mal|puse mal) (con el vale|el cupon|el vale|con {code}) (cancelalo|anulalo|deshacelo)
cancel-voucher: (saque|genere) un vale (sin querer|por error) lo puedo (cancelar|anular)
claim-sale: (boleta|ticket|recibo|nsu|autorizacion|factura|comprobante) {reference} [de|por|total|fueron|son] {amount_cents}
claim-sale: {amount_cents} (boleta|ticket|recibo|nsu|autorizacion) {reference}
claim-sale: (me olvide de|olvide|no me pidieron|nadie me pidio|no alcance a) (dar|decir|pedir|el|mi) (numero|telefono|celular) (en la caja|al pagar|cuando pague) [quiero los puntos]
claim-sale: (mi compra|la compra de ayer|lo que compre|la venta de hoy) (no aparece|no figura|no sumo|no quedo registrada|no esta|no la veo)
claim-sale: (cargar|registrar|anotar|sumar|pedir|reclamar) (una boleta|mi ticket|la compra|esta compra|una factura|mi recibo)
claim-sale: (tengo|guarde) (el ticket|la boleta|el recibo) (que hago|como lo cargo|como sumo|aca lo tengo)
profile: (me llamo|mi nombre es|soy|puedes decirme|puedes llamarme|decime|dime|llamame|ponme) {name}
profile: (ahi dice|pusieron|tienen|escribieron) {name} (pero|y) (me llamo|soy|es|mi nombre es) {name}
profile: (tienen mal mi nombre|mi nombre esta mal|escribieron mal mi nombre) [es|me llamo|soy] {name}
profile: (cambia|actualiza|anota|guarda|agrega|mi nuevo|aqui va mi) [mi] (correo|mail|email) [a|es] {email}
profile: (mi cumple|mi cumpleanos|naci|cumplo|nacimiento|cumplo anos) [es|el|el dia] ({number}|{number} de julio|{number} de marzo)
profile: (cambiar|actualizar|corregir|completar|ver|editar) (mis datos|mi perfil|mi registro|mi informacion)
profile: (mi cpf|mi documento|el cpf) [es] {cpf}
profile: (quiero registrarme|registrame|como me anoto|anotame|me quiero inscribir|darme de alta)
referral: (que gano|hay premio|gano algo|me dan algo) (si traigo|por traer|si invito|por invitar|por recomendar|si recomiendo) (a alguien|a un amigo|a mi hermana|a mi vecina|gente)
referral: (mi|mandame mi|cual es mi|dame un) (codigo|link|enlace) (de referido|para invitar|de invitacion|para amigos)
referral: (quiero|como hago para|puedo) (invitar|recomendar|referir|traer) a (un amigo|alguien|mis amigas|mi cunada|una companera)
program: (como|de que) (funciona|va|se trata|es) (esto|el cashback|el programa|lo de los puntos|el club|la fidelidad)
program: (que|cuanto) (porcentaje|por ciento|cashback|plata) (devuelven|me devuelven|me dan|se gana|vuelve) [por compra]
program: (si gasto|si compro por|gastando) {amount_cents} cuanto (me devuelven|gano|vuelve|me dan)
program: (vale|suma|gano|cuenta) si (pago|compro|pago todo) (con pix|con tarjeta|en efectivo|con debito)
program: (que dias|cuando|en que dias|a que hora) (conviene comprar|dan mas cashback|hay puntos dobles|dan mas|se gana mas)
program: (soy nuevo|recien llego|primera vez|no conozco) (como es|de que se trata|explicame|que es) (el programa|esto|lo del cashback)
program: (hay|cual es|tiene) (un minimo|algun costo|que pagar|monto minimo) para (participar|ganar|sumar|anotarse)
opt-out: (dejen|paren|basta|terminen|corten) (de mandarme|de escribirme|con|de enviar|de) (mensajes|promociones|publicidad|propaganda|ofertas|molestar) [ya|porfa]
opt-out: (sacame|quitame|borrame|eliminenme|saquenme) de (esa lista|la lista|las promociones|sus envios|los mensajes)
opt-out: (no quiero|no me interesan|estoy harta de|me cansaron) (mas mensajes|sus promos|las ofertas|la publicidad|los avisos|tantos mensajes)
opt-out: (desactivar|apagar|cancelar|silenciar) (los avisos|las notificaciones|las promociones|la suscripcion)
opt-in: (reactiva|prende|activa|vuelvan a activar) (los avisos|las notificaciones|las promos|los mensajes) [de nuevo|otra vez]
opt-in: (quiero|me gustaria|extrano) (volver a recibir|recibir de nuevo|recibir otra vez) (las promos|las ofertas|los mensajes|las novedades)
opt-in: (pueden|podes|ya pueden) (mandarme|escribirme|enviarme) (ofertas|promos|mensajes) (otra vez|de nuevo|como antes)
opt-in: (ponme|anotame|agregame) (otra vez|de nuevo) en (la lista|las promociones|los avisos)
my-data: (que|cuales) (datos|informacion|cosas) (mias tienen|mios tienen|guardan de mi|guardan sobre mi|tienen a mi nombre|saben de mi)
my-data: (quiero|dame|mandame|solicito|pido) (una copia|un archivo|acceso|el detalle) (de|a|con) (mis datos|mi informacion|todo lo que saben de mi)
my-data: no borren mis datos solo quiero (verlos|una copia)
erase-data: (borra|borren|elimina|eliminen|quiten|saquen|destruyan) (mis datos|todos mis datos|mi cuenta|mi nombre y mi telefono|mi correo y mi celular|mi cpf|todo lo mio|mi informacion) [de sus archivos|de ahi|del sistema|para siempre|por favor]
erase-data: quiero que (desaparezcan|se borren|eliminen|borren|no quede nada de) (mis datos|mi cpf y mi telefono|mi cuenta|mi informacion) [de ahi|del sistema]
human: (quiero|necesito|puedo|me gustaria|dejame) hablar con (una persona|alguien|un humano|el encargado|la duena|un asesor|un ejecutivo|alguien de la tienda) [de verdad|por favor|real]
human: (por favor|necesito|pasame con|paseme con|quiero) (un ejecutivo|un asesor|una persona|alguien|un humano|un agente)
human: (hay|esta) (alguien|una persona|algun humano|el encargado) (ahi|disponible|de la tienda|que me ayude)
human: (tengo un problema|tengo un reclamo|me cobraron mal|me vino mal el pedido) (necesito ayuda|con quien hablo|quiero hablar con alguien|alguien me ayuda)
human: (llamame|llamenme|me pueden llamar|llama) [al encargado|por telefono|por favor]
human: (me pasas|me comunica) con un (asesor|vendedor)
language: (hablame|habla|escribe|responde|cambia|pasa|pon) [esto|el chat] [en|a|al] (espanol|castellano|portugues|ingles)
menu: (que|que cosas) (puedo|puedes|se puede) (pedir|hacer|preguntar) [aca|por aca|aqui]
menu: (mostrame|muestrame|dame|pasame) (el menu|las opciones|todo lo que haces|los comandos)
none: (jajaja|ay no|uf|ay) (que risa|no puedo|que calor|que dia|me muero)
none: (tienen|hay|les queda) (este|esta|estos|jeans|zapatillas|el vestido) (en talle|en azul|en negro|para nino|en stock)
none: (ojala nunca|nunca|no) (dejen|paren) de (mandar|enviar) (promos|ofertas) [me encantan]
none: (a que hora|hasta que hora|que dias) (abren|cierran|atienden) [hoy|el domingo]
explain: no recibi mi cashback de ayer
explain: (a mi vecina|a mi esposo) (le toco|le dieron) mas (que a mi|que lo mio) comprando lo mismo
explain: por que me (dieron|dio) {points} puntos y no (mas|el doble)
balance: (quisiera|queria) saber cuanto tengo a favor [en su tienda]
balance: (me regala|me da) (el dato de|el total de) (cuanto hay|cuanto tengo)
balance: ya (me quedo|quedo) (libre|disponible) (lo del viernes|lo de ayer)
balance: (tengo|me alcanza) (pa|para) (pagar un cafe|un almuerzo) con lo acumulado
balance: (mi saldito|mi saldito acumulado) [porfa]
balance: me podria decir cuanto (dinero|saldo) (me queda|tengo) en (la tarjeta|la tienda)
balance: cuando puedo usar lo que (gane|junte) (el sabado|ayer)
redeem: sacame {amount_cents} del cashback que compro algo
claim-sale: quiero reclamar una compra [de esta manana] que no quedo a mi nombre
claim-sale: (estuve ahi|pase por ahi) (ayer|hoy) pague {amount_cents} el (ticket|recibo) es {reference} lo ponen a mi nombre
program: (me explica|explicame) en que consiste lo de los puntos
opt-in: (activame|prendeme) de vuelta los (mensajitos|mensajes) de descuentos
opt-in: [ahora si] (quiero|me gustaria) que me (lleguen|manden) las ofertas otra vez
erase-data: eliminame de su base de datos por completo
erase-data: (elimina|borren) todos (los|mis) datos (que guardan|que tienen) sobre mi persona
erase-data: (suprima|supriman) (mi nombre|mi telefono|todo mi registro) [ya no soy cliente]
opt-out: (prefiero|preferiria) no recibir (publicidad|anuncios|promociones)
opt-out: (les|) pido que dejen de (enviarme|mandarme) (anuncios|publicidad)
opt-out: [ya] me tienen (podrido|harto) (con|de) tantas promos
vouchers: (tenia|tengo) un (cupon|vale) donde lo veo
rewards: para (que|cual premio) me alcanzan (los|mis) puntos
menu: (mande|mandame) la lista de lo que (usted|) sabe hacer
redeem: quiero echar mano de mi (cashback|saldo)
redeem: (hace|haz) efectivo mi (saldo|cashback) [en esta compra]
redeem: (puedo|quiero) pagar (una parte|algo) con lo que (he ganado|gane)
program: cuanto dura el cashback
none: (los|la|lo) voy a (denunciar|demandar) [van a ver]
none: (hoy|ahora) prefiero no (usar|gastar) (mi saldo|mi cashback)
none: (quien gano|como salio) (el partido|la carrera) [anoche]
none: (gracias|mil gracias) muy (amable|amables)
`;
