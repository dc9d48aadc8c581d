/** What words mean alike: `meaning: words`, a stem with `*`, words of one expression joined by `_`. */
export const pt = `
see: ver veja vejo mostr* consult* olha olhar olhada confer* lista* exib* enxerg* visualiz* checa* espiar puxa puxar acessar acesso
give: manda mandar mande mandem envia* envie* passa passar passem da dar dao de_pra_mim reenvia* encaminha* fornec* entreg*
howmuch: quanto quantos quanta quantas
money: saldo dinheiro dinheirinho grana credito creditos trocado trocadinho troco verba bufunfa tutu carteira caixinha cofrinho
have: tenho tem temos tinha tendo possuo juntei acumulei acumulado acumulados juntado guardado guardei sobrou sobrando restou resta restante rendeu
points: ponto pontos pontinho pontinhos pontuacao
cashback: cashback dinheiro_de_volta de_volta
voucher: voucher vouchers vale vales cupom cupons valezinho cupomzinho vale_compra vale_compras
code: codigo codigos qr qrcode codiguinho
reward: premio premios brinde brindes recompensa recompensas presente presentes mimo mimos catalogo regalo
trade: troca trocar troco_ponto trocando converter converte
use: usar usa use usando uso gastar gasta gasto abater abate descontar desconta desconto aproveitar utilizar resgat* sacar saca retirar queimar
pay: pagar paga pagando pagamento pague
cancel: cancel* anul* desist* desfaz desfazer desfaca invalid* descarta* joga_fora jogar_fora arrependi arrependo inutiliz*
delete: apag* exclu* delet* remov* elimin* limpa limpar some_com sumir_com suma_com esquecam exterminar
stop: para parar pare parem chega cansei basta cessar interromp* silenci* deixa_de deixar_de encerr* enjoei desinscrev* descadastr* sair saia
message: mensagem mensagens aviso avisos propaganda propagandas promocao promocoes promocional oferta ofertas novidade novidades sms notificacao notificacoes spam marketing publicidade anuncio anuncios zap recadinho recado recados
again: voltar volta voltei volte voltem novamente de_novo outra_vez retomar reativ* religar novo_de
receive: receber recebe recebo receba recebeu chegar chega_mensagem
data: dados informacao informacoes lgpd privacidade registros dado pessoais
account: cadastro conta perfil ficha registro inscricao cadastrar cadastra registrar_me inscrever
mine: meu meus minha minhas
about: sobre respeito
receipt: nota notinha notas cupom_fiscal comprovante recibo nfce nfc nf nsu autorizacao comprovantinho danfe
bought: compra compras comprei comprou paguei gastei pedido levei passei
missing: nao_caiu nao_apareceu nao_entrou nao_contou nao_pontuou nao_computou nao_veio faltou falta faltando sumiu nao_consta nao_foi nao_registrou nao_recebi nao_ganhei nao_lancou cade
forgot: esqueci esqueceu esqueceram esquecemos nao_dei nao_informei nao_passei nao_falei nao_pediu nao_pediram nao_perguntou nao_perguntaram
phone: telefone numero celular fone whatsapp contato zap_zap
why: por_que porque motivo razao como_assim como_e_que_deu
explain: explic* entend* detalh* calcul* esclarec* justific* fizeram_a_conta conta_foi
less: pouco pouquinho so menos apenas menor baixo mixaria merreca
earn: ganhei ganho ganhar ganhou ganha rende recebi pontuei ganhando caiu veio
history: extrato extratos historico movimentac* movimento lancamentos lancamento entrou saiu entradas saidas transac* relacao
friend: amigo amiga amigos amigas vizinha vizinho colega irma irmao mae cunhada prima primo parente marido esposa familia pessoal conhecido conhecidos gente_nova
refer: indic* convid* convite recomend* trouxer trazer levar_um chamar_um apresentar
link: link linque
person: atendente atendentes humano humana gente pessoa alguem moca gerente dono dona responsavel funcionario funcionaria vendedor vendedora atendimento suporte sac
talk: falar falo fala conversar converso ligar ligue liga_pra chama chamar chame atende atender atenda
robot: robo bot maquina_nao
complain: reclamar reclamacao queixa problema
english: ingles english
spanish: espanhol espanol castelhano
portuguese: portugues
language: idioma lingua traduz* lingua
help: ajuda ajudar socorro opcoes opcao menu comandos comando perdido perdida nao_sei_mexer nao_sei_usar
howworks: como_funciona funciona funcionamento regulamento como_que_e como_e_que_e negocio_de esquema programa fidelidade
rules: regras
expire: vence vencer vencem vencendo vencimento validade expira* caduc* ate_quando prazo dura
percent: por_cento porcento porcentagem percentual %
minimum: minimo minima limite maximo
name: nome chamo sobrenome
email: email e_mail correio_eletronico &
birthday: aniversario niver nasci nascimento nascido nascida aniversariante
join: participar participo entrar aderir
start: comecar comeca comecando iniciar inicia abrir montar criar_loja do_zero implantar
shop: loja lojinha padaria mercado mercadinho comercio empresa estabelecimento negocio cnpj fuso
step: passo passos etapa etapas falta_configurar pronto configuracao instalacao
smartpos: smartpos smart_pos
connect: conect* integr* liga_com ligar_com plug* vincul_smartpos sincroniz* parear
disconnect: desconect* desintegr* deslig* desplug* desvincul*
machine: maquina maquinas maquininha maquininhas maquineta terminal terminais pos
test: test* experiment* prova
sale: venda vendas vendi vendido vendemos faturamento faturei faturamos
activate: ativ* liga ligar ligue no_ar colocar_no_ar bota_pra_funcionar comecar_a_valer despaus* lig_tudo valendo
pause: paus* suspend* congel* parada parado dar_um_tempo segura segurar
rule: regra
create: criar cria crie nova novo cadastr* adicion* coloca colocar bota botar inclui incluir monta por_um poe
change: mud* troc* alter* edit* corrig* corrij* atualiz* modific* ajust* reescrev* personaliz*
campaign: campanha campanhas
result: resultado resultados deu_certo valeu_a_pena como_foi como_ta_indo rendeu desempenho
cost: custar custaria custa sairia sair_quanto simul* ia_me_custar eu_gastaria teria
validate: valid* confer* baixa da_baixa checa
record: lanca lancar lance registra registrar anota anotar anote passei_uma
void: estorn* cancela_venda devolv* devolucao
attach: vincul* associa* amarra* liga_a_venda coloca_no poe_no nome_do
customer: cliente clientes fregues freguesa freguesia consumidor
block: bloque* ban* barrar barra impedir impede desbloque* fraud* golpe golpista
credit: credita creditar acrescenta soma somar ajusta ajustar ajuste bonus da_um_credito
debit: desconta debita tira tirar retira
text: texto textos frase palavras escrito
night: noite madrugada silencio horario horarios hora horas manha cedo tarde
report: relatorio relatorios resumo balanco numeros fechamento estatistica* faturamento movimento indicadores
month: mes semana ontem hoje janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro ano trimestre
return: voltaram voltam voltou voltando retorno retornam recompra retencao recompram fieis recorrentes
export: export* planilha excel csv baixar baixa_as arquivo contador download
team: equipe time funcionarios colaboradores empregados pessoal_da_loja acesso_ao
cashier: caixa caixas operador operadora balconista
manager: gerente gerentes supervisor supervisora
left: demiti demitido demitida mandei_embora saiu_da nao_trabalha pediu_demissao pediu_as_contas foi_embora desligado desligada tirar_acesso
hired: contratei contratado contratada entrou_na
key: chave chaves token api credencial credenciais
till: pdv caixa_registradora sistema_de_caixa frente_de_caixa erp sistema
who: quem
changed: mexeu mudou alterou apagou mexeram alteraram mudaram editou fez pausou alteracoes mudancas auditoria log
undo: desfaz desfazer desfaca volta_atras voltar_atras revert* errado besteira errei mancada
pending: pendente pendentes pendencia pendencias resolver pendurado esperando_por_mim aguardando
sent: mandou mandaram enviou recebeu chegou
mode: modo balcao automatico automatica manual conectado
pin: pin senha
`;
