import type { MorePhrases } from '../index';

/** What the shop's staff say, in many ways; `none` is what is said to colleagues and no wish. */
export const staffPt: MorePhrases = {
  'setup-start': `
    comecar / vamos comecar / quero comecar / comecar a usar / quero abrir minha loja / abrir uma loja / cadastrar minha loja /
    quero cadastrar minha empresa / criar minha loja / configurar minha loja do zero / como comeco / quero usar na minha loja / iniciar cadastro da loja`,
  status: `
    status / situacao / como estamos / como esta a configuracao / como anda a configuracao / o que falta / falta alguma coisa / o que falta fazer /
    o que falta configurar / proximo passo / qual o proximo passo / e agora o que eu faco / em que passo estou / em que etapa estamos / ja terminou de configurar /
    ta tudo pronto / ta tudo certo / o programa esta ligado / o programa ta rodando / esta funcionando / passos`,
  'connect-smartpos': `
    conectar smartpos / conecta a smartpos / conectar com a smartpos / ligar a smartpos / integrar smartpos / integrar com a smartpos / vincular smartpos /
    quero conectar minhas maquinas / como conecto as maquininhas / como ligo as maquininhas no programa / conectar as maquinas / conectar maquininha /
    onde coloco as chaves / onde ponho a chave da smartpos / colocar a chave da smartpos / tenho a chave da smartpos / trocar a chave da smartpos`,
  'disconnect-smartpos': `
    desconectar / desconectar smartpos / desconecta a smartpos / desligar a smartpos / desligar a integracao / tirar a smartpos / remover smartpos /
    remover a integracao / cancelar a integracao com a smartpos / desvincular smartpos / acabar com a conexao / apagar as chaves da smartpos`,
  terminals: `
    maquinas / maquininhas / minhas maquinas / ver maquinas / lista de maquinas / listar maquininhas / quais maquinas tenho / quais maquininhas estao ligadas /
    que maquinas apareceram / alguma maquina parada / tem maquina sem vender / qual maquina parou / a maquina esta funcionando / a maquininha ta respondendo /
    ultima venda de cada maquina / que maquina vendeu / maquinas por adquirente / terminais`,
  'test-sale': `
    testar venda / venda teste / venda de teste / fazer uma venda de teste / testar uma venda / quero testar / testar a maquina / testar a maquininha /
    vou passar uma venda / vou fazer uma venda pra testar / ver se a venda chega / ver se esta chegando / conferir se a venda chegou / passar um real pra testar / teste de venda`,
  activate: `
    ativar / ativa / ativa o programa / ligar / liga o programa / liga tudo / pode ligar / pode ativar / pode comecar / comecar a valer / botar pra valer / colocar no ar /
    ativar mensagens / ligar as mensagens / ativar as mensagens de aniversario / liga as mensagens de cashback / reativar / religar o programa / retomar / voltar a dar cashback /
    voltar a mandar mensagens / ativar mesmo assim / liga mesmo assim`,
  pause: `
    pausar / pausa / pausa tudo / pausar o programa / pausar mensagens / pausa as mensagens / segura as mensagens / parar as mensagens por uns dias / suspender mensagens /
    para de mandar mensagem / para de mandar mensagem pros clientes / nao manda mais mensagem pros clientes / desligar mensagens / parar de dar cashback / parar de dar pontos /
    pausar ganhos / pausar o cashback / suspender o cashback / parar tudo / desligar o programa / parar as mensagens de aniversario / da um tempo no programa`,
  rules: `
    regras / minhas regras / as regras / ver regras / ver as regras da loja / listar regras / lista de regras / mostra as regras / quais regras tenho / quais regras estao valendo /
    que regras estao ligadas / regras ativas / como estao as regras / o que esta valendo / regras que eu criei / regras cadastradas`,
  'add-rule': `
    criar regra / nova regra / adicionar regra / quero criar uma regra / cadastrar regra / quero fazer uma regra / quero dar cashback / quero dar pontos / quero dar desconto pros clientes /
    criar uma promocao / fazer uma promocao / como crio uma regra / colocar cashback / mudar o cashback da loja`,
  'pause-rule': `
    pausar regra / pausa uma regra / pausar a regra {number} / pausa a regra {number} / suspender a regra {number} / suspende regra {number} / desligar a regra {number} /
    desativar a regra {number} / desativa a regra {number} / para a regra {number} / deixa a regra {number} parada / regra {number} pausada / religar a regra {number} / volta a regra {number} /
    ativar a regra {number} / reativar a regra {number} / a regra {number} nao vale por enquanto`,
  'delete-rule': `
    apagar regra / apaga uma regra / apagar a regra {number} / apaga a regra {number} / excluir a regra {number} / exclui regra {number} / deletar a regra {number} / remover a regra {number} /
    tira a regra {number} / tirar a regra {number} / acaba com a regra {number} / some com a regra {number} / nao quero mais a regra {number} / elimina a regra {number}`,
  simulate: `
    simular / simulacao / simula cashback / simular uma regra / quanto custaria / quanto ia custar / quanto eu gastaria / quanto sairia / quanto eu teria dado / e se eu desse cashback /
    e se eu desse {amount_cents} de cashback / testar uma regra nas vendas passadas / testa quanto sairia / faz a conta de quanto custa`,
  'edit-rule': `
    mudar regra / mudar uma regra / editar regra / edita a regra {number} / mudar a regra {number} / muda a regra {number} / alterar a regra {number} / altera a regra {number} /
    corrigir a regra {number} / trocar o valor da regra {number} / na regra {number} / a regra {number} agora`,
  'set-program': `
    configuracoes / configurar o programa / ajustes / mudar configuracao / minimo para resgatar / resgate minimo / validade do voucher / validade do vale / quanto o cashback paga da compra /
    limite do cashback na compra / niveis de clientes / prazo pra reclamar nota / o que fazer na devolucao`,
  campaign: `
    criar campanha / nova campanha / fazer campanha / quero fazer uma campanha / campanha / campanha nova / mandar uma promocao / quero mandar promocao pros clientes /
    mandar mensagem pra quem sumiu / chamar de volta quem nao compra / campanha pra quem nao compra ha {number} dias / vale pra quem sumiu ha {number} dias /
    mandar {amount_cents} pra quem nao vem faz {number} dias / disparar mensagem pra todos / mandar oferta pros clientes / trazer de volta clientes sumidos`,
  campaigns: `
    campanhas / minhas campanhas / ver campanhas / lista de campanhas / listar campanhas / quais campanhas estao rodando / que campanhas tenho / tem campanha ativa / campanhas ativas / como estao as campanhas`,
  'campaign-result': `
    resultado da campanha / resultado da campanha {number} / como foi a campanha {number} / como esta indo a campanha {number} / a campanha {number} deu resultado / a campanha {number} funcionou /
    a campanha {number} valeu a pena / quanto vendeu a campanha {number} / retorno da campanha {number} / deu certo a campanha {number} / quantos voltaram com a campanha {number}`,
  'stop-campaign': `
    parar campanha / parar a campanha {number} / para a campanha {number} / encerrar a campanha {number} / encerra campanha {number} / cancelar a campanha {number} / cancela a campanha {number} /
    terminar a campanha {number} / acaba com a campanha {number} / pode parar a campanha {number} / suspender a campanha {number}`,
  'edit-campaign': `
    mudar campanha / mudar a campanha {number} / quero mudar uma campanha / editar a campanha {number} / prorrogar a campanha {number} / estender a campanha {number} /
    mudar o prazo da campanha / mudar o texto da campanha / aumentar o orcamento da campanha / como mudo uma campanha / alterar a data final da campanha`,
  'add-reward': `
    criar premio / novo premio / premio novo / cadastrar premio / colocar premio / adicionar premio / por um brinde / cadastrar brinde / premio {name} por {points} pontos / brinde {name} {points} pontos /
    quem juntar {points} pontos ganha {name} / trocar {points} pontos por {name} / {points} pontos valem um {name} / colocar {name} no catalogo por {points} pontos`,
  rewards: `
    premios / ver premios / premios da loja / lista de premios / quais premios cadastrei / catalogo / brindes cadastrados / quais brindes tem na loja`,
  'validate-voucher': `
    validar / validar voucher / valida um vale / validar cupom / validar {code} / valida o {code} / valida o codigo {code} / confere o {code} / confere esse codigo {code} / checa o {code} /
    da baixa no {code} / baixa o voucher {code} / usar o {code} / cliente quer usar {code} / cliente quer usar o {code} / o cliente tem o codigo {code} / cliente com o vale {code} / passa o {code} /
    esse codigo vale {code} / o {code} ta valendo / {code} compra de {amount_cents} / {code} em {amount_cents} / o codigo {code} numa compra de {amount_cents} /
    cliente com o codigo {code} compra de {amount_cents} / valida {code} na compra de {amount_cents} / valida o {code} conta de {amount_cents} / codigo {code} total {amount_cents} / usar {code} em {amount_cents}`,
  'record-sale': `
    registrar venda / lancar venda / anotar venda / venda manual / fiz uma venda sem maquina / venda no dinheiro / venda {amount_cents} {phone} / venda de {amount_cents} pro {phone} /
    lanca uma venda de {amount_cents} para {phone} / lancar {amount_cents} no {phone} / registra {amount_cents} pro cliente {phone} / vendi {amount_cents} pro {phone} / vendi {amount_cents} para o {phone} /
    {phone} comprou {amount_cents} / o cliente {phone} gastou {amount_cents} / venda em dinheiro {amount_cents} cliente {phone} / anota venda {amount_cents} telefone {phone} / passei {amount_cents} pro {phone}`,
  'void-sale': `
    estornar venda / estorno / cancelar venda / desfazer venda / estornar a venda {reference} / estorna a venda {reference} / estorno da venda {reference} / cancela a venda {reference} /
    cancelar a venda {reference} / anular a venda {reference} / desfazer a venda {reference} / lancei errado a venda {reference} / passei errado a venda {reference} / devolucao da venda {reference} / devolveu a compra {reference}`,
  'link-sale': `
    vincular venda / vincular a venda {reference} ao {phone} / vincula a venda {reference} no {phone} / ligar a venda {reference} ao cliente {phone} / liga a venda {reference} no telefone {phone} /
    a venda {reference} e do cliente {phone} / a venda {reference} e do {phone} / coloca a venda {reference} pro {phone} / poe a venda {reference} no nome do {phone} / venda {reference} cliente {phone} / associar venda {reference} {phone}`,
  customer: `
    cliente / ver cliente / buscar cliente / procurar cliente / cliente {phone} / ver o cliente {phone} / quem e {phone} / quem e o {phone} / dados do {phone} / ficha do {phone} / cadastro do {phone} / puxa o {phone} /
    busca o {phone} / procura {phone} / quanto tem o {phone} / quanto o {phone} tem de saldo / saldo do {phone} / saldo do cliente {phone} / quantos pontos o {phone} tem / consulta o {phone} / historico do cliente {phone} / {phone}`,
  'block-customer': `
    bloquear cliente / bloquear {phone} / bloqueia o {phone} / bloquear o cliente {phone} / bloqueia esse numero {phone} / nao atende mais o {phone} / {phone} esta fraudando bloqueia / bane o {phone} /
    banir {phone} / impede o {phone} de usar / desbloquear {phone} / desbloqueia o {phone} / tirar o bloqueio do {phone}`,
  adjust: `
    ajustar saldo / ajuste / fazer um ajuste / ajustar {amount_cents} {phone} / ajusta {amount_cents} no {phone} / ajuste de {amount_cents} no {phone} / da {amount_cents} pro {phone} / da {amount_cents} de saldo pro {phone} /
    coloca {amount_cents} de saldo no {phone} / credita {amount_cents} pro {phone} / acrescenta {amount_cents} no {phone} / adiciona {amount_cents} de cashback pro {phone} / soma {amount_cents} no saldo do {phone} /
    tira {amount_cents} do {phone} / tira {amount_cents} do saldo do {phone} / desconta {amount_cents} do {phone} / debita {amount_cents} do {phone} / dar {points} pontos pro {phone} / bonus de {amount_cents} pro {phone} / ajusta {phone} mais {amount_cents}`,
  messages: `
    mensagens / ver mensagens / lista de mensagens / quais mensagens voces mandam / que mensagens o cliente recebe / o que o cliente recebe / mensagens automaticas / textos das mensagens / ver os textos /
    o que e mandado pros clientes / mostra as mensagens / quais mensagens estao ligadas / ver mensagem / previa da mensagem`,
  'edit-message': `
    mudar mensagem / editar mensagem / trocar o texto da mensagem / mudar a mensagem de boas vindas / editar a mensagem de aniversario / mudar o texto do cashback / escrever outra mensagem de volte /
    quero mudar o que a mensagem diz / personalizar mensagem / alterar a mensagem de voucher / quero escrever do meu jeito / voltar ao texto original`,
  'quiet-hours': `
    horario das mensagens / horario de envio / que horas manda mensagem / mudar o horario das mensagens / horario de silencio / horario {from} as {to} / das {from} as {to} / mandar so das {from} as {to} /
    mensagem so entre {from} e {to} / nao manda mensagem de noite / nao mandar depois das {to} / so manda depois das {from} / nao mandar antes das {from} nem depois das {to}`,
  report: `
    relatorio / ver relatorio / me manda o relatorio / relatorio do mes / relatorio da semana / relatorio de hoje / relatorio de ontem / relatorio de outubro / resumo / resumo do dia / resumo da semana / resultados / numeros do mes /
    os numeros de setembro / como foi o mes / como foi ontem / como esta o mes / como ta a semana / como foi a semana passada / como estao as vendas / quanto vendi / quanto vendi hoje / quanto vendemos ontem / vendas de hoje / vendas do mes /
    quanto dei de cashback / quanto foi resgatado / quanto gastei com cashback esse mes / faturamento / fechamento do dia / balanco do mes / desempenho / estatisticas`,
  cohorts: `
    retorno / tabela de retorno / clientes que voltaram / quantos clientes voltam / quantos voltaram / os clientes estao voltando / meus clientes voltam / recompra / taxa de recompra / taxa de retorno / retencao / fidelidade dos clientes /
    clientes que voltam a comprar / de cada mes quantos voltaram`,
  export: `
    exportar / exportar vendas / exportar clientes / exportar dados / baixar vendas / baixar planilha / planilha / planilha de vendas / quero uma planilha / me manda em excel / lista de clientes em excel / arquivo csv / csv das vendas /
    gerar csv / extrair as vendas / baixar a lista de clientes / relatorio em excel`,
  team: `
    equipe / minha equipe / ver equipe / lista da equipe / quem e da equipe / quem esta na equipe / funcionarios / meus funcionarios / quem tem acesso / quem pode mexer / quem usa o sistema / quem trabalha aqui / caixas cadastrados / gerentes cadastrados`,
  'add-staff': `
    adicionar caixa / adicionar gerente / adicionar funcionario / novo caixa / nova gerente / adicionar caixa {phone} / adiciona {phone} como caixa / adiciona o {phone} de gerente / coloca o {phone} no caixa / coloca {phone} como gerente /
    cadastra a caixa {phone} / contratei alguem o numero e {phone} / contratei um caixa {phone} / novo funcionario {phone} / nova caixa {phone} / da acesso pro {phone} / libera o {phone} como caixa / bota o {phone} na equipe / {phone} vai ser gerente / promove o {phone} a gerente`,
  'remove-staff': `
    remover da equipe / remover funcionario / tirar da equipe / remover {phone} / remove o {phone} / tira o {phone} / tira o {phone} da equipe / remover {phone} da equipe / tira o acesso do {phone} / {phone} saiu da loja / {phone} nao trabalha mais aqui /
    demiti o {phone} / mandei embora o {phone} / exclui o {phone} da equipe / cancela o acesso do {phone}`,
  shop: `
    loja / minha loja / dados da loja / configuracao da loja / ver loja / mudar nome da loja / trocar o nome da loja / cor da loja / mudar a cor / mudar fuso / fuso horario / mudar fuso horario / trocar a cidade / endereco da loja / cnpj da loja /
    horario de funcionamento da loja / idioma da loja`,
  'voucher-mode': `
    modo de voucher / modo de vale / como validar voucher / como os vouchers sao validados / mudar o modo de voucher / validar no balcao / validacao no balcao / validar no caixa / validacao automatica / validar automatico /
    quero voucher automatico / modo manual / modo balcao / modo automatico / quero que valide no caixa conectado`,
  'audit-log': `
    historico / historico de alteracoes / historico de mudancas / quem mudou / quem mexeu / quem alterou as regras / quem fez isso / quem fez o que / o que mudou / o que foi mudado / o que foi alterado / ultimas alteracoes / registro de alteracoes / log / auditoria / o que a equipe fez`,
  undo: `
    desfazer / desfaz / desfaz isso / desfazer a ultima / desfaz a ultima alteracao / desfaz o que eu fiz / volta atras / voltar atras / errei / fiz errado desfaz / nao era isso desfaz / volta como estava / deixa como era antes / reverter / reverte a ultima mudanca / cancela a ultima alteracao`,
  pending: `
    pendente / pendentes / pendencias / o que esta pendente / tem pendencia / tem alguma coisa pendente / o que falta resolver / o que eu preciso resolver / o que precisa de mim / tem algo esperando / coisas pra resolver / tem problema pra ver / vendas com problema / vouchers a confirmar`,
  'why-message': `
    por que a mensagem nao foi / por que nao mandou mensagem / por que nao chegou a mensagem / por que a mensagem nao foi pro {phone} / por que nao mandou pro {phone} / {phone} nao recebeu / {phone} nao recebeu a mensagem por que / o cliente {phone} nao recebeu mensagem /
    a mensagem do {phone} nao chegou / cliente {phone} disse que nao recebeu / por que {phone} recebeu mensagem / o que aconteceu com a mensagem do {phone}`,
  'till-keys': `
    chave do caixa / chaves do caixa / chave da api / chave de api / api / gerar chave / criar chave / nova chave / chave pro pdv / integrar meu caixa / integrar o pdv / conectar o sistema de caixa / chave do sistema / apagar chave do caixa / trocar a chave do caixa`,
  menu: `
    comandos / o que posso fazer / o que da pra fazer / ajuda / me ajuda / opcoes / lista de comandos / quais comandos`,
  none: `
    amanha nao abro / hoje nao abre / vou almocar / vou ao banco / ja volto / a luz caiu / caiu a internet / acabou a luz / o movimento ta fraco / movimento bom hoje / boa sorte / chegou mercadoria / chegou o fornecedor / preciso comprar pao / falta troco /
    o cliente reclamou do preco / fecha o caixa / abre a porta / fala comigo depois / me liga depois / bom trabalho pessoal / obrigado / valeu / beleza / tudo certo por aqui`,
};
