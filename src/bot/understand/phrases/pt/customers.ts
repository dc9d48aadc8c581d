import type { MorePhrases } from '../index';

/** What customers say, in many ways; `none` is what they say to a shop that is no wish of the program. */
export const customersPt: MorePhrases = {
  balance: `
    saldo / meu saldo / qual meu saldo / ver saldo / mostra o saldo / confere meu saldo pra mim / da uma olhada no meu saldo /
    quanto eu tenho / quanto tenho de cashback / quanto tenho de pontos / quantos pontos eu tenho / quanto tem pra mim /
    quanto tenho guardado / quanto tenho acumulado / quanto ja juntei com voces / quanto ja deu / quanto ja acumulei /
    tenho cashback / tenho ponto / tenho credito / tenho algum saldo / ainda tem alguma coisa pra mim / sobrou algum dinheiro /
    queria ver quanto tem la / ver quanto eu ja tenho de volta / quanto posso usar / quanto da pra usar agora /
    quanto esta disponivel / quanto esta pendente / quando libera meu cashback / quando vou poder usar / ja posso usar /
    ja liberou meu cashback / caiu alguma coisa pra mim / ja caiu / o cashback ja entrou / quando vence / meu saldo vence quando /
    meus pontos vencem / ate que dia vale meu saldo / vai vencer alguma coisa / quanto vai expirar / meus pontos / meu cashback /
    minha carteira / minha conta / dinheiro de volta que eu tenho / quanto eu tenho pra gastar na loja / consultar pontos /
    consultar meu cashback / posicao da minha conta / qual o total que eu tenho / quanto que esta meu saldo`,
  statement: `
    extrato / meu extrato / ver extrato / manda o extrato / me envia o extrato completo / extrato dos pontos / historico /
    meu historico / historico de compras / historico do cashback / o que eu ganhei / quanto ganhei em cada compra /
    tudo que eu ganhei / meus ganhos / o que entrou e saiu / o que entrou pra mim / entradas e saidas da minha conta /
    movimentacoes / minhas movimentacoes / movimento da conta / lancamentos / minhas compras / ultimas compras que fiz /
    que compras deram ponto / de onde veio esse saldo / de onde vieram meus pontos / onde gastei meu cashback /
    no que eu usei meus pontos / lista de tudo que ganhei e usei / detalhar meu saldo / detalhe da conta /
    o que foi descontado / ganhos do mes / o que eu ganhei esse mes / registro das compras / ver compras anteriores`,
  explain: `
    por que / por que ganhei so isso / por que so isso / por que tao pouco / por que veio menos / por que nao ganhei /
    por que nao pontuou / por que nao recebi cashback / por que nao caiu nada na compra / por que ganhei menos que da outra vez /
    explica o valor / explica essa conta / explica o ultimo ganho / como calculou / como e que foi calculado /
    como chegaram nesse cashback / de onde saiu essa conta / nao entendi o cashback / nao entendi a conta /
    esse valor esta errado por que / ganhei menos do que devia / gastei muito e ganhei pouco como assim / so isso /
    qual a conta que fizeram / que conta e essa / detalha o calculo / era pra ter ganhado mais / por que {amount_cents} /
    por que ganhei {amount_cents} / por que so {amount_cents} / explica o {amount_cents} / de onde veio {amount_cents} /
    gastei {amount_cents} e ganhei so {amount_cents} / comprei {amount_cents} e so veio isso`,
  redeem: `
    resgatar / quero resgatar / fazer um resgate / resgate / resgatar tudo / resgatar meu cashback / quero usar / usar cashback /
    usar meu saldo / usar meus creditos / usar o que eu tenho / usar o desconto / quero usar meu desconto na compra /
    quero descontar na compra / descontar do meu saldo / abater do valor / abater com cashback / pagar com cashback /
    pagar usando meu saldo / gastar meu saldo / gastar tudo / quero gastar o que eu juntei / estou no caixa e quero usar /
    estou na loja e queria usar meu cashback / vou comprar agora e quero usar o saldo / como eu resgato / como faz pra resgatar /
    como uso meu saldo / posso usar agora / da pra usar hoje / quero meu desconto / quero aproveitar meu cashback /
    trocar cashback por vale / transformar meu saldo em vale / gerar vale / gerar voucher / quero um voucher /
    quero um cupom com meu saldo / tira do meu saldo / pega do meu cashback / usa meu cashback / resgata pra mim /
    quero resgatar {amount_cents} / resgata {amount_cents} / resgate de {amount_cents} / usar {amount_cents} /
    quero usar {amount_cents} / quero usar {amount_cents} do saldo / gastar {amount_cents} / tirar {amount_cents} do saldo /
    me da {amount_cents} de desconto / quero {amount_cents} de desconto / descontar {amount_cents} / abater {amount_cents} /
    abate {amount_cents} da compra / vale de {amount_cents} / gera um vale de {amount_cents} / voucher de {amount_cents} /
    trocar por um vale de {amount_cents} / trocar meu cashback por {amount_cents} / usa {amount_cents} do meu cashback /
    pega {amount_cents} do meu saldo / pagar {amount_cents} com o saldo / quero {amount_cents} do meu cashback`,
  rewards: `
    premios / ver premios / os premios / quais os premios / que premio tem / quais brindes / que brindes voces tem /
    brindes / meu brinde / recompensas / lista de recompensas / catalogo / catalogo de premios / trocar pontos /
    trocar meus pontos / trocar os pontos por produto / trocar ponto por premio / usar pontos / gastar os pontos /
    resgatar pontos / resgatar premio / quero um premio / quero pegar um premio / o que da pra trocar /
    o que eu consigo com meus pontos / o que posso pegar com os pontos / o que ganho com {points} pontos /
    quantos pontos pra ganhar / quantos pontos precisa pro premio / quantos pontos custa / com quantos pontos eu ganho /
    meus pontos dao pra que / meus pontos valem o que / ja tenho ponto pra trocar / tem premio pra quem junta ponto`,
  vouchers: `
    pegar meu voucher / quero pegar meu vale / retirar meu vale /
    vouchers / meus vouchers / meu voucher / meus vales / meu vale / meus cupons / meu cupom / vales / cupons /
    ver meus vouchers / mostrar vouchers / mostra meu cupom / quais vales eu tenho / quais cupons tenho / tenho voucher /
    tenho vale / tenho cupom pra usar / cade meu voucher / cade meu cupom / cade o codigo / onde foi parar meu vale /
    onde esta o qr code / manda o qr code de novo / reenvia o voucher / reenviar o codigo / me manda o cupom outra vez /
    perdi o vale / perdi meu cupom / perdi o codigo de desconto / sumiu o voucher / apaguei o cupom / apaguei a mensagem com o codigo /
    qual meu codigo / qual o codigo do vale / codigo do desconto / meu vale ainda vale / meu voucher ainda esta valido /
    meus cupons vencem quando / voucher em aberto / vouchers ativos / vales no meu nome / lista de vales`,
  'cancel-voucher': `
    cancelar voucher / cancelar vale / cancelar cupom / cancela meu voucher / cancela esse vale / cancela o cupom que eu fiz /
    quero cancelar o vale / anular voucher / anula o cupom / desfazer o vale / desfaz o resgate / desfazer resgate /
    desistir do vale / desisti do cupom / me arrependi do voucher / nao vou usar o voucher / nao vou mais usar o vale /
    nao quero o voucher / nao quero mais o cupom / devolve o vale pro saldo / devolver o cupom / quero meu saldo de volta /
    volta o dinheiro do vale pro saldo / gerei o voucher errado / fiz o vale errado cancela / nao quero mais o vale cancela /
    cancelar {code} / cancela o {code} / cancela o vale {code} / cancelar o voucher {code} / anula o {code} /
    anular o cupom {code} / desistir do {code} / desisto do vale {code} / devolve o {code} / nao vou usar o {code}`,
  'claim-sale': `
    registrar nota / cadastrar nota / lancar nota / enviar nota fiscal / tenho a nota / tenho o cupom fiscal / tenho o comprovante /
    pontuar minha compra / quero pontuar uma compra / minha compra nao pontuou / minha compra nao apareceu / minha compra nao caiu /
    a compra nao entrou / a compra de ontem nao entrou / nao caiu minha compra / nao caiu o cashback da compra /
    comprei e nao caiu / comprei e nao ganhei nada / comprei e nao recebi os pontos / paguei e nao ganhei ponto /
    esqueci de dar o telefone / esqueci de falar meu numero / esqueci de informar o cpf / nao dei meu telefone na compra /
    nao contou minha compra / faltou uma compra minha / falta uma compra / quero reclamar uma compra / reivindicar compra /
    como coloco a nota / como registro minha compra / a compra e minha / resgatar uma compra que fiz sem cadastro /
    comprei sem cadastro / recuperar os pontos da compra / nota {reference} / nota fiscal {reference} /
    nota {reference} valor {amount_cents} / nota numero {reference} de {amount_cents} / minha nota e {reference} /
    cupom {reference} de {amount_cents} / comprovante {reference} {amount_cents} / nsu {reference} {amount_cents} /
    autorizacao {reference} valor {amount_cents} / pontos da nota {reference} de {amount_cents} /
    comprei {amount_cents} e nao caiu / paguei {amount_cents} e nao ganhei nada`,
  profile: `
    cadastro / meu cadastro / fazer cadastro / quero me cadastrar / completar cadastro / preencher cadastro / atualizar cadastro /
    atualizar meus dados / mudar meus dados / corrigir meu nome / meu nome esta errado / mudar meu nome / trocar meu nome /
    meu nome e {name} / me chamo {name} / pode me chamar de {name} / trocar email / mudar meu email / mudei meu email / meu email mudou /
    cadastrar email / colocar meu email / meu email e {email} / anota meu email {email} / email {email} /
    meu aniversario / cadastrar aniversario / meu aniversario e {birthday} / faco aniversario {birthday} / nasci em {birthday} /
    nasci dia {birthday} / minha data de nascimento e {birthday} / meu cpf e {cpf} / cpf {cpf} / cadastrar cpf / colocar meu cpf /
    vincular meu cpf / anota meu cpf {cpf} / quero por meu cpf / ver meu cadastro / meus dados de cadastro estao errados`,
  referral: `
    indicar / indicar amigo / indicar alguem / quero indicar / quero indicar uma pessoa / como indico / como funciona a indicacao /
    indicacao / codigo de indicacao / meu codigo de indicacao / meu link de indicacao / link pra convidar / convidar amigo /
    convidar uma amiga / chamar um amigo / trazer um amigo / ganho se indicar / o que ganho indicando / quanto ganho por indicacao /
    ganho alguma coisa se trouxer gente / premio por indicacao / compartilhar meu codigo / passar codigo pra minha mae /
    codigo pra mandar pra um amigo / quero mandar pra uma amiga participar / indique e ganhe`,
  program: `
    regras / as regras / quais as regras / regra do programa / regulamento / como funciona / como isso funciona / como funciona aqui /
    como funciona o cashback / como funciona os pontos / como funciona o programa / que programa e esse / que negocio e esse /
    o que e isso / o que e cashback / o que e esse programa / me explica o programa / explica como funciona / me conta como funciona /
    explica esse negocio / como ganho / como eu ganho cashback / como ganho pontos / como junto pontos / como faz pra juntar ponto /
    como faco pra ter desconto / como participo / quero participar / quanto ganho / quanto volta / quantos por cento eu ganho /
    qual a porcentagem / qual o cashback de voces / cada ponto vale quanto / quanto vale um ponto / um ponto e quanto /
    quanto tenho que gastar pra ganhar / tem valor minimo / qual o minimo / quanto tempo dura / qual a validade /
    quais as vantagens / quais beneficios / o que eu ganho comprando aqui / quem e voces / o que voces fazem / o que e smartbis`,
  'opt-out': `
    sair / quero sair / parar / pare / para de mandar mensagem / para de me mandar isso / parem de me mandar mensagem /
    pare de me enviar mensagem / pode parar de mandar mensagem / pode parar de me mandar promocao / para com essas mensagens /
    nao me mande mais nada / nao me manda mais / nao manda mais mensagem / nao quero mais mensagens / nao quero mais receber /
    nao quero receber mais nada / nao quero receber promocao / nao quero propaganda / sem propaganda por favor / chega de propaganda /
    chega de promocao / chega / estou cansada de mensagem / estou de saco cheio dessas mensagens / muita mensagem para /
    tira meu numero / tira meu nome da lista / me tira do grupo de mensagens / me tira daqui / me remove / me remova da lista /
    remover da lista / descadastrar / me descadastre / quero me descadastrar / cancelar mensagens / cancelar o recebimento /
    cancelar promocoes / cancelar inscricao / desinscrever / stop / sai daqui nao quero propaganda / nao me incomoda mais /
    nao autorizo mais mensagens / nao quero mais participar / me deixa em paz`,
  'opt-in': `
    voltar / quero voltar / voltar a receber / quero voltar a receber mensagens / quero receber de novo / receber novamente /
    receber promocoes / quero receber promocao / quero receber as ofertas / quero as novidades / me manda as promocoes /
    pode mandar promocao / pode mandar mensagem de novo / pode voltar a mandar / volta a me mandar / me manda de novo as ofertas /
    me coloca de volta / me inclui de novo na lista / reativar mensagens / ativar mensagens de novo / me inscrever de novo /
    mudei de ideia quero receber / aceito receber promocoes / autorizo as mensagens / voltar pro programa / quero participar de novo`,
  'my-data': `
    meus dados / ver meus dados / baixar meus dados / exportar meus dados / copia dos meus dados / quais dados voces tem meus /
    que dados voces tem de mim / que informacoes voces guardam / o que voces sabem sobre mim / o que tem guardado sobre mim /
    tudo que voces tem sobre mim / me manda meus dados / relatorio dos meus dados / dados pessoais / meus dados pessoais /
    quero acesso aos meus dados / direito de acesso lgpd / lgpd / privacidade / informacoes que voces tem minhas`,
  'erase-data': `
    apagar meus dados / apaga meus dados / excluir meus dados / exclui meus dados / deletar meus dados / remover meus dados /
    apagar tudo / apaga tudo meu / apaga tudo sobre mim / deleta tudo que tem meu / apagar minha conta / excluir minha conta /
    deletar conta / encerrar minha conta / excluir cadastro / apagar meu cadastro / quero que apaguem tudo / me apaga /
    me exclui do sistema / me deleta do sistema / nao quero que guardem meus dados / esquecer meus dados / direito de exclusao lgpd`,
  human: `
    atendente / falar com atendente / quero atendente / falar com alguem / falar com uma pessoa / quero falar com gente /
    quero falar com uma pessoa de verdade / quero falar com humano / humano / pessoa / tem alguem ai / tem gente ai /
    tem alguma pessoa pra falar / falar com o dono / falar com a dona / falar com o gerente / chama o dono / chama a gerente /
    chama alguem / me transfere / transferir para atendente / me passa pra alguem / atendimento / atendimento humano /
    suporte / falar com a loja / falar com alguem da loja / preciso de uma pessoa / posso falar com a moca do caixa /
    voce e robo / isso e robo / nao quero robo / nao quero falar com maquina / cansei de robo quero gente / alguem me liga /
    podem me ligar / pede pra alguem me chamar / quero reclamar com alguem / fazer uma reclamacao`,
  language: `
    idioma / mudar idioma / trocar idioma / mudar de lingua / outro idioma / fala ingles / fala espanhol / fala portugues /
    em ingles / em espanhol / em portugues / quero em ingles / quero em espanhol / quero em portugues / muda pra ingles /
    muda pra espanhol / muda para portugues / troca pra ingles / volta pro portugues / voltar pra portugues / pode falar ingles /
    tem em ingles / tem em espanhol / da pra ser em ingles / english / english please / espanol / portugues`,
  menu: `
    menu / oi / ola / oie / opa / e ai / bom dia / boa tarde / boa noite / alo / oi tudo bem / ola tudo bom / ajuda / me ajuda / socorro /
    preciso de ajuda / pode me ajudar / opcoes / quais as opcoes / comandos / o que voce faz / o que da pra fazer /
    o que posso fazer aqui / o que eu posso pedir / o que eu posso perguntar / que coisas voce faz / como uso isso /
    como mexo nisso / nao sei mexer / nao sei usar isso / nao entendi nada / estou perdida / por onde comeco / voltar ao inicio /
    inicio / help / quem esta falando / quem e`,
  none: `
    nao quero sair / volto amanha cedo / volto outro dia / voltar ai amanha / sair com os amigos / sair pra almocar / nao quero parar / nao quero sair do programa / nao quero cancelar / nao quero sair da lista /
    sair mais cedo / vou sair / sair de casa / quero cancelar minha compra / cancelar a compra / cancelar minha encomenda / parar o carro / volto depois / quero voltar ai na loja / o que voce falou / quem esta ai / minha conta de luz / me da um desconto / tem desconto /
    voces entregam / faz entrega / tem delivery / qual o endereco / onde fica a loja / que horas abre / que horas fecha /
    qual o horario de funcionamento / ta aberto hoje / abre domingo / abre feriado / tem estacionamento / qual o telefone da loja /
    quanto custa / qual o preco / tem em estoque / tem esse produto / tem pao quente / tem no tamanho m / chegou a encomenda /
    quero comprar / quero fazer um pedido / quero encomendar um bolo / meu pedido nao chegou / cancelar meu pedido / cancela a reserva /
    aceita pix / aceita vale refeicao / aceita cartao / parcela em quantas vezes / tem promocao hoje / tem promocao de carne /
    o produto veio estragado / o atendimento foi ruim / gostei muito da loja / parabens / feliz natal / feliz ano novo /
    obrigado / obrigada / valeu / de nada / ok / beleza / fechado / combinado / ta bom / entendi / certo / legal / que bom /
    kkkk / haha / nossa / meu deus / que calor / que frio / to chegando / to indo / ja to saindo de casa / vou ai amanha / passo ai mais tarde /
    depois eu vejo / deixa pra la / esquece / nada nao / era isso / espera / um momento / ja volto / te amo / bom descanso /
    manda foto / viu o jogo / meu filho / minha mae / vou no mercado / vou sair com amigos / quero sair hoje a noite /
    quero parar de comer doce / preciso parar de trabalhar / para ali na esquina / volto mais tarde / volto amanha / apaga a luz /
    desliga a tv / liga o radio / reserva uma mesa / marca um horario / quero marcar horario / teste / asdf / sei la / tanto faz / quem ganhou`,
};
