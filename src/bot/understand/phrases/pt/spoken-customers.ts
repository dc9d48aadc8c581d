import type { MorePhrases } from '../index';

/** What customers say as they speak: longer, in passing, with the reason before the wish, in the words of many places. */
export const spokenCustomersPt: MorePhrases = {
  balance: `
    quando e que cai o cashback / em quanto tempo entra o cashback de ontem / o cashback de hoje ainda nao apareceu aqui / os pontos ainda nao cairam /tenho alguma graninha pra gastar ai / tem uma grana pra mim gastar / da pra gastar quanto ai / quero consultar / ja posso usar meu cashback / ja posso usar o que ganhei / tem grana minha ai / o dinheiro de volta que eu tenho / quero saber do meu dinheiro de volta / da pra ver se tenho algum troco guardado com voces / to precisando saber quanto tem de credito meu ai / sera que ja deu pra juntar alguma coisa /
    fala quanto eu tenho na conta da loja / como ta meu saldo / em quanto ta meu credito / ve pra mim quanto tem no meu nome / meu dinheirinho ta em quanto /
    deixa eu ver o que eu tenho de credito / sobrou quanto depois que eu usei / usei um pedaco e quero ver quanto ficou / quanto restou / to rico ja ou nao /
    junto ha um tempo e nunca vi quanto deu / minha filha disse que eu tenho um dinheiro ai / tem algum valor liberado pra mim / ja liberou alguma coisa /
    ta quanto minha carteirinha / da pra pagar um cafe com o que eu tenho ai / com quantos pontos eu estou / to com quantos pontos / pontuacao atual / meu extra de cashback /
    os pontos ja cairam / quando libera o pendente / tem coisa minha pra vencer esse mes / tenho quanto ate o fim do mes`,
  statement: `
    quero o historico do que entrou / me mostra compra por compra / da pra ver cada ponto que eu ganhei / quero ver dia por dia / relacao dos meus ganhos /
    detalha tudo que eu recebi / quais foram minhas ultimas pontuacoes / lista os cashbacks que eu ja recebi / o que veio pra mim nas ultimas compras / me passa o resumo das movimentacoes /
    que dia eu ganhei o que / quando foi que eu usei meu saldo / ver o que eu ja resgatei / mostra os resgates que fiz / o que eu ja gastei de pontos / quero conferir os lancamentos /
    registro do que entrou e do que saiu / movimento do meu cashback / minhas ultimas entradas / quero ver tudo que ja rolou na minha conta`,
  explain: `
    so veio isso de cashback / veio pouco dessa vez por que / gastei um monte e veio essa mixaria / que conta foi essa / nao bate esse valor que veio / de onde tiraram esse valor /
    me ajuda a entender o que eu ganhei / por que dessa vez foi menos / o cashback veio menor que o normal / era pra ser mais / esperava mais pontos / nao era pra ter vindo mais /
    por que minha ultima compra nao rendeu nada / comprei ontem e nao deu ponto por que / qual o motivo de eu nao ter ganhado / me explica direito esse ganho / explica a ultima recompensa /
    como voces fizeram essa conta / por que {points} pontos so / so {points} pontos por que / ganhei {points} pontos numa compra de {amount_cents} por que / gastei {amount_cents} e nao veio nada qual o motivo`,
  redeem: `
    torrar tudo que tenho / queimar todo o cashback /
    quero usar o que eu tenho nessa compra / to no balcao posso usar o saldo / vou pagar agora e quero usar meu credito / quero que desconte dessa conta / pode tirar do que eu tenho /
    faz o desconto com meu saldo / passa meu cashback nessa compra / gera o qr pra eu usar / faz um codigo pra eu pagar com o saldo / me da um codigo de desconto do meu saldo / quero torrar meu cashback /
    quero aproveitar o dinheiro que eu tenho ai / bota meu credito nessa conta / quero virar meu saldo em vale / me ve um vale com meu saldo / faz um vale pra mim / da pra abater hoje /
    to na loja e queria abater / como eu uso isso na hora de pagar / quero gastar o que juntei / desconta {amount_cents} ai pra mim / bota {amount_cents} num vale / poe {amount_cents} do meu saldo num voucher / me faz um codigo de {amount_cents} /
    quero usar {amount_cents} pra pagar o almoco / pega {amount_cents} do que eu tenho guardado / separa {amount_cents} pra mim / converte {amount_cents} em voucher / vou usar {amount_cents} agora / usa so {amount_cents}`,
  rewards: `
    o que da pra ganhar com os pontinhos / tem algum mimo pra trocar / que presentes tem / da pra trocar por alguma coisa / tem brinde de que / quais produtos eu consigo com ponto /
    minha filha quer um brinde da com meus pontos / quantos pontos custa o premio / ver o que tem pra trocar / mostra os brindes / me mostra as recompensas / lista do que da pra pegar /
    da pra pegar alguma coisa com {points} pontos / com {points} pontos da pra trocar pelo que / {points} pontos valem o que / por quantos pontos sai o premio / trocar pontinhos / queria um presentinho / tem coisa boa pra trocar`,
  vouchers: `
    como valido meu vale {code} / quero validar meu voucher {code} / meu vale {code} vale quanto / como uso o codigo {code} / cade aquele vale / aquele voucher que voces mandaram / o vale que voces me deram semana passada sumiu / nao acho meu codigo / manda de novo o qr do vale / qual era o codigo mesmo / trocando de celular perdi o vale /
    tenho vale aberto ainda / quantos vales eu tenho / quais vales ainda valem / lista meus vales / me mostra os cupons que eu tenho / tenho uns cupons quais sao / meu voucher venceu / ate quando vale meu voucher / quando vence meu vale /
    preciso do codigo do voucher de novo / reenvia meu cupom / deletei a conversa com o codigo`,
  'cancel-voucher': `
    gerei sem querer o voucher cancela / botei o valor errado no vale cancela / coloquei valor errado no voucher pode anular / errei o valor do voucher / pode jogar fora esse vale / nao preciso mais do vale /
    volta o vale pro meu saldo / devolve meu saldo do voucher / desfaz esse vale que eu tirei / quero desistir do vale / me arrependi cancela o vale / invalida esse cupom / quero trocar de ideia do voucher e cancelar /
    esse {code} pode cancelar / nao vou usar o vale {code} devolve pro meu saldo / errei cancela o {code} / anula pra mim o {code} / o vale {code} nao quero mais / desisti do {code} / {code} pode anular / descarta o {code} / cancela esse aqui {code}`,
  'claim-sale': `
    comprei agora e esqueci de falar o numero / passei no caixa e nao pediram meu telefone / a moca nao perguntou meu numero / o rapaz nao anotou meu cpf / nao colocaram meu telefone na compra / comprei sem informar o celular /
    minha compra de hoje nao ta aparecendo / a compra de ontem nao ta no meu saldo / paguei e nao registrou pra mim / to com a notinha na mao como faco / tenho o recibo da compra / guardei a nota da pra lancar /
    quero lancar a compra que fiz / tem como por a compra no meu nome / essa venda foi minha / a compra era minha e nao entrou / cade os pontos da compra de hoje / nao caiu o cashback de hoje / faltou lancar minha compra /
    segue a nota {reference} de {amount_cents} / ta aqui a nota {reference} / {reference} {amount_cents} minha nota / nota {reference} deu {amount_cents} / lanca a nota {reference} {amount_cents} / comprovante {reference} no valor de {amount_cents} essa compra e minha /
    comprei {amount_cents} e esqueci de dar o numero / foi {amount_cents} e nao pediram meu telefone / paguei {amount_cents} hoje e nao entrou`,
  profile: `sou do dia {birthday} / minha data e {birthday} / quero fazer meu cadastro / como me cadastro / como faco o cadastro ai / me cadastra ai / quero me registrar / quero arrumar meu cadastro / arruma meu nome ai / escreveram meu nome errado / meu nome certo e {name} / corrige meu nome para {name} /
    meu nome esta errado e {name} / troca meu email por {email} / poe meu email {email} / segue meu email {email} / coloca ai meu niver {birthday} / sou de {birthday} / meu niver e {birthday} / faco anos {birthday} / anota meu aniversario {birthday} /
    nasci no dia {birthday} / poe ai que nasci {birthday} / meu documento e {cpf} / poe meu cpf {cpf} / quero mudar meu telefone / mudei de numero / completar meus dados / atualiza meus dados ai`,
  referral: `meu amigo tambem quer participar / amigo meu quer entrar / se eu levar uma pessoa ganho o que / levo minha amiga ai ganho algo / se minha vizinha comprar eu ganho / tem bonus pra quem indica / bonus por indicacao / quero chamar minha irma pro programa / como chamo gente pra participar /
    link de indicacao / manda o link pra eu indicar / me da meu codigo pra passar adiante / quero espalhar pros amigos / meus colegas querem entrar tem codigo / tenho um amigo que quer participar / o que ganho por trazer cliente`,
  program: `
    me explica isso / me explica como e isso / explica isso pra mim / tem que pagar pra participar / e de graca participar / como e esse esquema de pontos / como que e esse programa de voces / me fala desse cashback / quantos por cento voces devolvem / de quanto e o cashback / quanto por cento volta pra mim /
    cashback vence / os pontos vencem / o cashback tem prazo / tem prazo pra usar / quanto tempo eu tenho pra usar / tem valor minimo pra usar / tem minimo pra resgatar / a partir de quanto posso resgatar / quando posso comecar a usar o que ganhei /
    pagando no pix ganha tambem / ganho no cartao tambem / vale pra qualquer compra / qualquer produto da ponto / quanto ganho a cada compra / quais as regras pra ganhar / quais sao as condicoes / como e que junta / vale em todas as lojas / como o programa de fidelidade funciona`,
  'opt-out': `me poupem dessas propagandas / parem de me escrever / nao me escrevam mais / nao quero receber isso / quero cancelar o recebimento / cancela o envio pra mim / nao quero mais receber isso / nao aguento mais tanta propaganda / pode parar com essas promocoes / me tira desses avisos / tira meu contato da lista / nao me envia mais propaganda / sem mais ofertas / quero parar de receber avisos / descadastra meu numero / nao quero receber mais avisos /
    por favor parem com isso nao quero mais promocao / me exclui da lista de ofertas / cancela as mensagens pra mim / nao me mandem mais nada nesse numero / para de encher com mensagem / chega de aviso / quero sair da lista / sai fora com essa propaganda / nao quero saber de promocao / me descadastra dos avisos`,
  'opt-in': `
    sai sem querer me coloca de volta / eu tinha parado mas quero voltar a receber / quero os avisos de novo / pode me avisar das promocoes / me avisa das novidades / quero voltar pra lista / volta a mandar as ofertas / agora quero receber / liga de novo os avisos /
    tava fora e quero voltar / me poe na lista / quero receber novidades / mudei de ideia pode mandar / podem me mandar oferta / reativa meus avisos / manda as ofertas de novo pra mim / tinha pedido pra parar mas agora quero`,
  'my-data': `
    quero ver o que voces tem guardado de mim / o que voces sabem de mim / mostra os dados que voces tem meus / que informacao minha fica ai / quais informacoes pessoais a loja tem / me manda um arquivo com meus dados / quero um arquivo com tudo de mim / solicito acesso aos meus dados / pela lgpd quero ver meus dados / me da uma copia do que voces guardam`,
  'erase-data': `
    apaga tudo que tem meu ai / apaguem tudo que voces tem de mim / quero que sumam com tudo meu /
    some com meus dados / quero meus dados fora do sistema / tirem minhas informacoes do sistema / remova todas as minhas informacoes / peco a exclusao dos meus dados / solicito a remocao das minhas informacoes / solicito a eliminacao dos meus dados / apaga meu registro / apaguem minha conta de vez / limpa tudo que tem meu / nao quero mais meus dados ai pode apagar / vou me mudar apaga tudo meu / deleta meu cadastro por completo / pela lgpd apaguem meus dados / quero ser apagado`,
  human: `bota gente de verdade na conversa / poe uma pessoa nessa conversa / quero gente nessa conversa / bota alguem de verdade pra falar comigo / nao adianta falar com robo / o robo nao entende me passa pra alguem / chama alguem da loja / chama a moca do balcao / alguem da loja pode me ligar / me liga por favor / tem uma pessoa ai / preciso falar com voces pessoalmente / quero atendimento de gente / tenho um problema com quem eu falo /
    quero reclamar com quem falo / preciso resolver um problema com alguem / me passa pro responsavel / quero falar com o vendedor / voce nao ta entendendo quero uma pessoa / me atende alguem`,
  language: `
    fala em ingles comigo / can you speak english / prefiro ingles / prefiro espanhol / sou argentino fala espanhol / sou estrangeiro fala ingles / nao entendo portugues fala espanhol / bota em portugues / quero conversar em portugues / responde em ingles / responde em espanhol / troca pra espanhol / muda essa conversa pra ingles / quiero en espanol / hablas espanol`,
  menu: `tudo bem com voces / como voces estao / como vai / oi gente tudo bem / bom dia tudo bem com voces / quero ver tudo que voce faz / que opcoes eu tenho / mostra as opcoes / lista o que da pra fazer aqui / como usa isso / como usa / nao sei o que escrever / me orienta ai / nao entendi como usa / o que eu digito / to perdido me ajuda / me mostra o menu / quais as funcoes / volta pro menu / o que posso pedir aqui / me da uma ajuda ai nao sei usar / como que mexe`,
  none: `que loja boa / essa loja e boa demais / adoro voces / lugar muito bom / que dia lindo / boa sorte no jogo / bom fim de semana / bom dia pessoal / bom dia grupo / boa tarde gente / to com fome / voces sao otimos / o cafe estava uma delicia / comida maravilhosa / que fila enorme / ta chovendo / choveu muito / acabou a luz aqui / o onibus atrasou /
    como chego ai / qual o caminho / tem wifi / qual a senha do wifi / posso levar cachorro / aceita cheque / quanto ta o quilo / quanto ta o dolar / quanto e o pao / tem sorvete / quero duas esfihas / quero um pastel / me ve meio quilo / separa dois pra mim / perdi minha carteira na loja / esqueci meu oculos ai / achou uma chave / perdi meu guarda sol /
    vou sair pra jantar / pensando em sair mais tarde / to saindo do trabalho / vou parar na padaria / nao paro de comer / nao consigo parar de rir / parou de chover / cancelaram meu voo / cancelei a viagem / desmarcaram a reuniao / meu amigo disse que os vales somem / o fulano falou que da pra cancelar / nao apaga nada ainda / nao cancela ainda / nao precisa cancelar / ainda nao quero resgatar / hoje nao vou usar / depois eu uso / depois eu resgato / amanha eu resgato /
    to rindo muito / para de graca / para com isso menino / que engracado / voce ta ai / to aqui / manda um audio / manda abraco / um beijo / deus abencoe / amem / fica com deus / ate amanha / ate logo / tchau / vamos marcar / quem ganhou o jogo / viu a novela / parabens pelo atendimento / ta caro hein / muito caro / ta barato`,
};
