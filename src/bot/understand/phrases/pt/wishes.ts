import type { Phrases } from '../index';

/** How people say each wish in Portuguese, in a hurry, by voice note, with slang; in any spelling that normalises to it. */
export const pt: Phrases = {
  balance: `
    quanto que eu tenho ai / quanto eu ja juntei / quanto ja tenho acumulado / quanto tem na minha conta /
    quanto tenho pra gastar / quanto tenho para usar / quanto falta pra eu ganhar /
    tem algum dinheiro pra mim ai / tem cashback pra mim / tenho alguma coisa pra usar /
    tenho dinheiro na loja / sobrou alguma coisa do meu cashback / quanto sobrou /
    ver quanto tenho de volta / quero saber meu saldo / me fala meu saldo / me passa o saldo /
    qual o valor do meu cashback / quantos pontos ja acumulei / quantos pontinhos eu tenho /
    meu saldo de pontos / consulta de saldo / saldo disponivel / quando vence meu cashback /
    meu cashback vence quando / ate quando posso usar meu cashback / caiu meu cashback /
    ja caiu o cashback da minha compra / quanto de desconto eu tenho / tem credito meu ai`,
  statement: `
    o que entrou na minha conta / o que eu ja ganhei ate agora / quais compras me deram cashback /
    historico das minhas compras / minhas compras / ver minhas ultimas compras /
    de onde veio esse cashback / como gastei meus pontos / lista do que ganhei / me manda o extrato /
    meus lancamentos / movimentacao da minha conta / entradas e saidas / detalhes do meu saldo /
    quanto ganhei em cada compra`,
  redeem: `
    quero gastar meu cashback / quero usar o que eu tenho / como uso meu cashback /
    como que eu uso esse dinheiro / como faco pra usar o saldo / posso usar meu cashback hoje /
    da pra usar o desconto agora / quero meu desconto / me da um desconto com meu cashback /
    quero trocar meu cashback / quero trocar por um vale / gera um voucher pra mim / quero um vale compras /
    quero sacar meu cashback / quero pegar meu dinheiro de volta / quero abater na compra /
    quero pagar com meu cashback / pagar com o saldo / quero resgatar tudo / usar tudo que eu tenho /
    quero gastar {amount_cents} do meu cashback / quero usar {amount_cents} hoje /
    quero descontar {amount_cents} na compra / tira {amount_cents} do meu saldo /
    me da um vale de {amount_cents} / gera um voucher de {amount_cents} pra mim /
    da pra abater {amount_cents} / queria usar uns {amount_cents} do meu saldo /
    pagar {amount_cents} com cashback / resgate no valor de {amount_cents}`,
  rewards: `
    o que eu ganho com meus pontos / o que da pra pegar com os pontos / quais premios tem / que premios voces tem /
    lista de premios / catalogo de premios / quero um premio / quero trocar meus pontos por um premio /
    como troco meus pontos / como uso meus pontos / meus pontos valem o que / tem brinde / quero meu brinde`,
  vouchers: `
    onde esta meu voucher / perdi meu voucher / perdi o codigo / qual era o codigo do meu voucher /
    me manda o codigo de novo / manda o voucher de novo / meus vales em aberto / tenho algum voucher /
    tenho vale pra usar / quais vouchers eu tenho / meu cupom de desconto / apaguei o voucher sem querer /
    meu codigo`,
  'cancel-voucher': `
    desisti do voucher / nao quero mais o voucher / nao quero mais esse vale / desfazer o voucher /
    devolver o voucher / quero meu cashback de volta do voucher / cancela o meu vale por favor /
    quero desfazer o voucher {code} / desisti do voucher {code} / nao quero mais o {code}`,
  program: `
    como e que funciona esse negocio / como funciona esse cashback /
    como funciona o programa de fidelidade / me explica como funciona / o que e isso / que programa e esse /
    o que e cashback / quanto eu ganho por compra / quanto ganho de volta / quantos por cento volta /
    como faco pra ganhar pontos / como que ganho pontos / como participo / como participar do programa / quero participar /
    quais sao as regras / regulamento / tem minimo de compra / quanto tempo vale o cashback /
    quais as vantagens / quais os beneficios / tem alguma promocao / explica o cashback`,
  'opt-out': `
    quero parar de receber mensagem / nao quero receber propaganda /
    nao quero mais receber essas mensagens / nao me mandem mais mensagem / para de me mandar mensagem /
    parem de mandar mensagem / chega de mensagem / cansei de propaganda /
    nao aguento mais mensagem de voces / me tira da lista / me tira dessa lista / tira meu numero dai /
    remove meu contato / remover meu numero da lista / cancelar inscricao / cancelar mensagens /
    quero me descadastrar / quero sair do programa / me descadastra / nao quero mais participar /
    nao quero promocoes no meu whatsapp / me bloqueia das promocoes / descadastro`,
  'opt-in': `
    quero voltar a receber mensagem / pode voltar a mandar mensagem / pode me mandar promocoes /
    quero receber as promocoes de novo / me coloca na lista de novo / me inscreve de novo /
    quero me inscrever / comecar a mandar mensagem de novo / voltem a me mandar novidades /
    aceito receber mensagens / quero saber das novidades da loja / reativar as mensagens pra mim`,
  profile: `
    quero atualizar meus dados de cadastro / como faco meu cadastro / completar meu cadastro / quero me cadastrar na loja`,
  customer: `
    ver a ficha de um cliente / quanto o cliente tem de saldo / consultar um cliente / procurar cliente pelo telefone`,
  'block-customer': `
    bloquear um cliente / suspender um cliente do programa / desbloquear um cliente`,
  adjust: `
    corrigir o saldo de um cliente / ajustar o saldo do cliente / dar um credito para um cliente / tirar saldo de um cliente`,
  referral: `
    como faco pra indicar alguem / ganho alguma coisa se indicar um amigo / quero convidar uma amiga / tem premio por indicacao`,
  'erase-data': `
    quero que apaguem tudo que tem meu ai / apaga tudo que voces tem de mim / exclui minha conta por favor /
    nao quero que guardem meus dados / deletar minhas informacoes / quero ser esquecido`,
  'my-data': `
    quero uma copia dos meus dados / baixar meus dados / quais informacoes voces tem minhas / lgpd /
    me manda tudo que voces sabem de mim / exportar meus dados / o que voces guardam sobre mim`,
  language: `
    da pra falar em outro idioma / tem em outra lingua / mudar a lingua / nao entendo portugues /
    nao falo portugues / quero em ingles / fala comigo em espanhol / escreve em ingles /
    trocar o idioma da conversa`,
  explain: `
    por que so isso / por que ganhei tao pouco / por que nao ganhei nada / por que nao caiu cashback /
    nao entendi esse valor / como chegou nesse valor / explica meu cashback / como foi feita a conta /
    por que veio so {amount_cents} / nao entendi por que ganhei {amount_cents} /
    por que minha compra nao deu cashback / por que nao ganhei pontos`,
  'audit-log': `
    quem fez isso / quem mexeu aqui / quero saber quem mudou / registro de alteracoes / log de mudancas /
    o que fizeram na loja / ver as mudancas / o que a equipe mudou / quem apagou a regra / quem pausou`,
  undo: `
    fiz errado / fiz besteira / mudei errado / quero voltar atras / volta como estava / errei quero desfazer /
    desfaz por favor / cancela o que eu acabei de mudar / nao era isso volta`,
  team: `
    quem tem acesso / quem pode mexer / quais sao os caixas / quem sao os gerentes / lista da equipe /
    ver quem trabalha comigo / pessoas da loja`,
  'add-staff': `
    quero colocar um funcionario / como cadastro um caixa / entrou um funcionario novo /
    quero dar acesso para o gerente / contratei uma pessoa nova / liberar acesso para a moca do caixa /
    adicionar alguem na equipe`,
  'remove-staff': `
    o caixa saiu da loja / mandei embora o funcionario / tirar o acesso de alguem /
    bloquear o funcionario que saiu / funcionario saiu / tira ele da equipe / quero tirar uma pessoa da equipe`,
  pin: `
    quero um pin novo / como crio meu pin / como troco meu pin / minha senha / trocar a senha / mudar minha senha`,
  'reset-pin': `
    nao consigo lembrar meu pin / esqueci minha senha / perdi minha senha / meu pin nao funciona`,
  human: `
    tem alguem de verdade ai / quero um humano / preciso de ajuda de uma pessoa / nao quero falar com robo /
    chama o dono / chama o gerente / quero reclamar / quero fazer uma reclamacao / quero falar com o responsavel /
    me atende uma pessoa`,
  bot: `
    pode voltar bot / volta robo / quero falar com o robo / bot pode responder`,
  'setup-start': `
    quero usar o smartbis na minha loja / como cadastro minha loja / quero ter um programa de fidelidade /
    tenho uma loja e quero comecar`,
  shop: `
    dados da minha loja / mudar os dados da loja / trocar a cor do voucher / a hora esta errada / mudei de cidade`,
  menu: `
    o que da pra fazer aqui / o que voce sabe fazer / quais sao as opcoes / como uso esse bot /
    como eu mexo nisso / nao sei usar / nao sei o que fazer / estou perdido / me ajuda ai / pode me ajudar /
    preciso de uma ajuda / opcoes por favor / voltar ao menu / menu principal / lista de comandos /
    quem e voce / tem alguem ai`,
  status: `
    como esta a loja / como esta a configuracao / o que falta pra comecar / o que falta fazer /
    o que falta configurar / qual o proximo passo / proximo passo / o programa esta ativo /
    o programa ja esta funcionando / ja esta ligado / situacao da loja / como anda o programa /
    em que pe estamos / esta tudo certo com a loja`,
  terminals: `
    quais maquinas estao conectadas / quais maquininhas voces veem / as maquininhas estao funcionando /
    tem alguma maquina parada / alguma maquininha fora do ar / ver minhas maquininhas de cartao /
    qual a ultima venda de cada maquina / lista das maquininhas da loja`,
  'test-sale': `
    quero testar uma venda / como faco uma venda de teste / quero ver se a venda esta chegando /
    ver se esta funcionando com uma venda / fazer um teste com a maquininha / testar a conexao com uma venda`,
  activate: `
    quero ativar o programa / pode ativar / pode ligar o programa / comecar a valer / liga o cashback /
    colocar o programa no ar / bota pra funcionar / iniciar o programa / despausar / retomar o programa /
    reativar o programa / voltar a dar cashback`,
  pause: `
    quero pausar as mensagens / parar de mandar mensagem pros clientes / da uma pausa nas mensagens /
    suspender as mensagens / suspender o programa / desligar o programa / desativar o cashback /
    parar de dar cashback / para tudo por enquanto / dar um tempo no programa / pausa o programa`,
  rules: `
    quais regras estao valendo / quais as regras da loja / mostra as regras do programa / regras ativas /
    regras cadastradas / lista de regras / o que esta valendo hoje / que regras eu tenho /
    quais promocoes estao no ar / como estao as minhas regras`,
  'add-rule': `
    quero criar uma promocao / quero dar cashback / como crio uma regra nova /
    cadastrar uma regra de cashback / adicionar promocao / quero dar pontos pros clientes /
    fazer uma regra nova / como coloco cashback na loja / definir as regras / configurar o cashback`,
  'add-reward': `
    quero criar um premio / colocar um premio novo / cadastrar brinde / por um premio no programa /
    quero dar um brinde por pontos / trocar pontos por brinde na minha loja / montar o catalogo de premios /
    como crio um premio`,
  'voucher-mode': `
    como os vouchers sao usados na loja / mudar o jeito de validar voucher / quem valida o voucher /
    quero que o caixa valide o voucher / validar voucher automaticamente / configurar os vouchers /
    validacao dos vouchers / o que acontece com o voucher na devolucao`,
  simulate: `
     quero simular uma regra / testar uma regra antes / quanto ia custar uma regra / fazer uma simulacao / simulacao de cashback / quanto eu ia gastar com cashback`,
  'edit-rule': `
    quero mudar uma regra / como mudo uma regra / preciso alterar a regra / corrigir uma regra / editar regra /
    a regra esta errada / mudar o valor da regra / mudar a porcentagem da regra`,
  'pause-rule': `
    quero pausar uma regra / como pauso uma regra / suspender uma regra / desligar uma regra por enquanto /
    dar uma pausa na regra / parar uma regra por um tempo`,
  'delete-rule': `
    quero apagar uma regra / como apago uma regra / tirar uma regra / excluir uma regra / nao quero mais essa regra /
    acabar com uma regra`,
  'set-program': `
    quero mudar as configuracoes / configurar o programa / mudar o minimo para resgatar / mudar a validade do voucher /
    quanto o cashback pode pagar da compra / criar niveis de clientes / ajustes do programa / ver as configuracoes`,
  report: `
    como estao as vendas / como foi o movimento / quanto vendi esse mes / quanto a gente vendeu / resumo das vendas /
    balanco do mes / quero ver os numeros / numeros da loja / como anda o faturamento / desempenho da loja /
    me mostra os resultados / quanto faturei / como estamos indo / estatisticas da loja`,
  cohorts: `
    quantos clientes voltaram / os clientes estao voltando / quem voltou a comprar / clientes que voltam /
    fidelidade dos clientes / quantos compraram de novo / tabela de retorno / retencao de clientes`,
  export: `
    quero baixar as vendas em excel / manda uma planilha / preciso de uma planilha das vendas / baixar os dados da loja /
    gerar um arquivo com os clientes / quero a lista de clientes em excel / exportar os dados / planilha de clientes`,
  'till-keys': `
    preciso da chave para o meu sistema de caixa / integrar meu sistema de caixa / chave de api para o pdv / token do caixa /
    conectar o sistema do caixa / revogar a chave do caixa`,
  'claim-sale': `
    comprei e nao ganhei cashback / minha compra nao apareceu / esqueci de dar meu telefone na compra /
    quero pontuar minha nota / tenho uma nota aqui / como cadastro minha nota / quero registrar minha compra /
    nao informei o telefone na hora / tenho o comprovante da compra / minha compra de ontem nao entrou`,
  'link-sale': `
    o cliente esqueceu de dar o telefone / colocar uma venda no nome do cliente / como vinculo uma venda /
    essa venda e de um cliente / passar a venda para o cliente`,
  'record-sale': `
    como registro uma venda sem maquininha / quero lancar uma venda em dinheiro / anotar uma venda no caderno /
    venda feita fora da maquininha / cadastrar uma venda na mao`,
  'void-sale': `
    registrei uma venda errada / quero cancelar uma venda que registrei / como estorno uma venda / tirar uma venda que lancei errado`,
  campaign: `
    quero fazer uma campanha / como crio uma campanha / trazer os clientes de volta / mandar promocao pros clientes /
    fazer uma campanha para quem sumiu / quero mandar uma oferta / disparar promocao / chamar os clientes de volta`,
  campaigns: `
    quais campanhas estao rodando / ver campanhas ativas / lista de campanhas / que campanhas eu fiz`,
  'campaign-result': `
    a campanha deu certo / qual o resultado da campanha / a campanha funcionou / quantos voltaram com a campanha`,
  'edit-campaign': `
    prorrogar a campanha / mudar quando termina a campanha / mudar o texto da campanha / dar mais orcamento para a campanha`,
  'stop-campaign': `
    quero parar a campanha / cancela a campanha / encerra a campanha / para de mandar a campanha`,
  'why-message': `
    por que a cliente recebeu essa mensagem / quem mandou essa mensagem pro cliente / por que mandou mensagem pra ele /
    de onde saiu essa mensagem / explica essa mensagem do cliente / por que ela foi avisada`,
  'validate-voucher': `
    cliente quer usar um voucher / cliente chegou com voucher / como valido um voucher /
    dar baixa no voucher / passar um voucher / tenho um voucher aqui pra validar / conferir um voucher /
    confere esse codigo {code} / da baixa no {code} / cliente apresentou o {code} / o voucher {code} vale /
    baixa o codigo {code} / ver se o voucher {code} e valido / da baixa no {code} compra de {amount_cents} /
    usar o {code} numa compra de {amount_cents} / passa o {code} no valor de {amount_cents}`,
  'connect-smartpos': `
    quero ligar minhas maquininhas / como conecto minha conta / conectar minhas maquininhas / onde coloco as chaves /
    como integro com o smartpos / colocar a chave da api / configurar o webhook / conectar as maquinas de cartao`,
  'disconnect-smartpos': `
    quero desligar a integracao / parar de receber as vendas do smartpos / tirar a conexao / desfazer a conexao com o smartpos / cancelar a integracao do smartpos`,
  pending: `
    vendas que nao entraram / tem venda com problema / o que precisa de mim / alguma venda deu erro / o que falta eu resolver / vendas que deram erro`,
  messages: `
    o que o programa manda para os clientes / quais avisos os clientes recebem / ver o que e enviado / quero ver as mensagens`,
  'edit-message': `
    quero escrever a mensagem do meu jeito / mudar o que o cliente recebe / quero outro texto na mensagem / mudar as palavras da mensagem`,
  'quiet-hours': `
    nao mandar mensagem a noite / em que horario as mensagens saem / escolher o horario das promocoes / que horas saem as ofertas`,
};
