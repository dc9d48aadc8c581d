/** What words mean alike: `meaning: words`, a stem with `*`, words of one expression joined by `_`. */
export const es = `
see: ver vea mostr* muestr* muestra_me ensen* consult* mira* mire revis* list* exhib* chec* fijate
give: mand* envi* pas* pasame dame deme dar reenvi* entreg* facilit*
howmuch: cuanto cuantos cuanta cuantas
money: saldo dinero plata credito creditos vuelto guita lana billete cartera monedero platita
have: tengo tiene tenemos tenia junte juntado junto acumul* ahorrado ahorre guardado quedo queda sobro restan llevo
points: punto puntos puntitos puntaje
cashback: cashback reintegro dinero_de_vuelta de_vuelta
voucher: voucher vouchers vale vales cupon cupones bono bonos valecito cuponcito
code: codigo codigos qr
reward: premio premios regalo regalos recompensa recompensas obsequio obsequios catalogo regalito
trade: cambi* canje_puntos canjear_puntos troc*
use: us* gast* canj* descuent* descont* aprovech* utiliz* rebaj* quitar_de
pay: pag* cobr* caja
cancel: cancel* anul* desist* deshac* desech* invalid* da_de_baja_el arrepent* descart*
delete: borr* elimin* supri* quit* remov* olvid* limpi* eliminacion
stop: parar para paren paren_le parenle deten* basta cesar no_quiero ya_no dejen deja_de dejar baja saquen saqueme sacame salir desuscrib* harto cansado cansada
message: mensaje mensajes aviso avisos promo promos promocion promociones oferta ofertas novedad novedades publicidad spam propaganda notificacion notificaciones anuncio anuncios noticias
again: de_nuevo otra_vez nuevamente volver vuelv* reactiv* retomar activa_de_nuevo
receive: recibir recibo reciba recibi llegar lleguen avisen escriban
data: datos informacion dato privacidad registros personales habeas
account: perfil cuenta registro ficha registr* inscri* alta
mine: mi mis mio mia
about: sobre guardan tienen_de saben
receipt: boleta boletas factura facturas recibo comprobante ticket nota nsu autorizacion tiquete
bought: compra compras compre compro pague gaste pedido lleve mandado consumo
missing: no_aparec* no_llego no_entro no_conto no_sumo no_figura falta falto faltan no_me_registraron nunca_me no_cayo no_vino no_acredit* nunca_llego no_registraron no_recibi no_gane
forgot: olvide olvido no_di no_dio no_pidio no_pidieron no_anoto no_me_anoto no_preguntaron se_me_olvido no_le_di
phone: telefono numero celular movil whatsapp contacto
why: por_que porque motivo razon como_asi como_es_la_cosa a_que_se_debe
explain: explic* entiend* entend* detall* calcul* aclar* de_donde_sac* cuenta_que
less: poco poquito solo menos apenas nomas nada_mas bajo
earn: gane gano ganar gana gan* recibi sumaron cayo dieron sum*
history: extracto estado_de_cuenta historial movimiento movimientos transac* entradas salidas entro salio resumen_de_cuenta listado
friend: amigo amiga amigos vecina vecino hermana hermano mama prima primo cunada companer* familiar familia conocid* esposo esposa gente
refer: recomend* invit* refer* traer traigo traiga referido referidos llevo_un
link: link enlace liga
person: persona humano agente asesor alguien gerente dueno duena encargado encargada empleado senorita senora chica vendedora soporte atencion operador
talk: habl* conversar llam* comunic* atiend* atend* contact* pase_con pasame_con paseme
robot: robot bot maquina
complain: reclam* queja problema quej*
english: ingles english
spanish: espanol castellano
portuguese: portugues
language: idioma lengua traduc*
help: ayud* opciones opcion menu comandos comando perdido perdida no_entiendo no_se_usar auxilio
howworks: como_funciona funcion* como_va como_es programa fidelidad esquema de_que_trata lealtad
rules: reglas bases condiciones
expire: venc* validez vigen* caduc* expir* hasta_cuando plazo dura duran
percent: por_ciento porcentaje %
minimum: minimo minima maximo limite
name: nombre llamo apellido soy
email: correo email mail &
birthday: cumpleanos cumple cumplo naci nacimiento nacido
join: participar participo unirme sumarme entrar
start: empez* comenz* comienz* iniciar abrir arranc* armar armemos crear_mi montar desde_cero
shop: tienda negocio local bodega comercio panaderia empresa cnpj huso almacen kiosco
step: paso pasos falta configuracion instalacion ibamos listo
smartpos: smartpos smart_pos
connect: conect* enlaz* integr* vincular_smartpos enchuf* sincroniz*
disconnect: desconect* desenlaz* desvincul* desenchuf*
machine: maquina maquinas maquinita terminal terminales posnet datafono lector aparato
test: prob* prueb* test* ensay*
sale: venta ventas vendi vendido vendimos facturacion facturamos
activate: activ* encend* enciend* prend* poner_en_marcha arranc*
pause: paus* suspend* fren* congel* deten* quiet* parada stand_by
rule: regla reglas
create: crear crea nuevo nueva agreg* anad* pon* cargar sum* met*
change: cambi* edit* modific* corrig* correg* actualiz* ajust* reescrib* retoc*
campaign: campana campanas
result: resultado resultados anduvo funciono rindio como_le_fue fue
cost: costar* costo cuesta simul* saldria salia gastaria me_salia si_diera si_daba
validate: valid* verific* comprob* confirm*
record: registr* anot* carg* apunt* asent*
void: anul* reembols* devolv* devolucion revert* estorn*
attach: vincul* asign* asoci* ponla ponlo
customer: cliente clientes comprador clienta
block: bloque* banear bane* veta* vetar desbloque* trampa fraude estafa
credit: acredit* sum* agreg* dale abon* bonific*
debit: debit* quit* descuent* rest* sac*
text: texto textos frase palabras redaccion
night: noche madrugada horario horarios hora horas manana silencio temprano tarde
report: reporte informe resumen numeros cifras balance estadistic*
month: mes semana hoy ayer enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ano trimestre
return: regres* retorn* vuelven volvieron retencion recompra repiten fieles
export: export* planilla excel csv descarg* archivo contador
team: equipo empleados personal trabajadores habilitados acceso colaboradores
cashier: cajero cajera caja
manager: gerente encargado supervisor
left: renuncio despedi despidi echado se_fue ya_no_trabaja sacalo quitale_el_acceso dejo_de_trabajar
hired: contrate contratado entro_a_trabajar
key: clave claves llave llaves token api credencial secreto
till: caja_registradora punto_de_venta pos sistema erp
who: quien quienes
changed: cambio cambiaron toco tocaron modifico borro hizo metiendo_mano auditoria bitacora cambios
undo: deshac* revert* revierte equivoque error vuelve_atras atras
pending: pendiente pendientes por_resolver esperando
sent: llego mando mandaron recibio escribieron envio
mode: modo mostrador automatico automatica manual conectada
pin: pin contrasena
`;
