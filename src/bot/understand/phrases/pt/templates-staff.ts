/** Templates of what the staff say, where no phrase has it yet: `wish: template` on each line. */
export const templatesStaffPt = `
setup-start: (tenho|abri|acabei de abrir|vou abrir) (uma loja|uma padaria|um salao|um restaurante|um comercio) [e] (quero comecar|como comeco|quero cadastrar|quero usar)
status: (em que passo|onde|como) (parei|eu parei|ta|estamos|ficou) [na configuracao|o programa]
status: (ta|esta) tudo (funcionando|certo|ok|ligado|rodando) [no programa|ai]
terminals: a (maquina|maquininha|maquina de cartao) da (stone|cielo|loja|pagbank) (ta mandando venda|ta ligada|ta funcionando|parou)
rules: (me mostra|quais|lista) (as regras|minhas regras|regras) (que tao valendo|que tenho|ativas|em vigor|que estao ligadas)
pause-rule: (desativa|suspende|pausa|segura|desliga|para) (a regra {number}|a {number} regra|regra numero {number}) [por enquanto|um tempo]
pause-rule: (deixa|poe|bota) a regra {number} (parada|em pausa|quieta|suspensa) [um tempo]
delete-rule: (apaga|exclui|tira|remove|deleta) (a regra {number}|a {number} regra|regra numero {number}) [nao quero mais|de vez]
campaign: (manda|da|oferece|dispara) {amount_cents} (pra|para) (quem|os clientes que|o pessoal que) (sumiu|nao vem|nao compra|nao aparece) (faz|ha) {number} dias
campaign: (avisa|conta pra|manda mensagem pra) (todos os clientes|os clientes vip|todo mundo|os aniversariantes) que (tem|vai ter) (desconto|promocao|vinte por cento de desconto|oferta) [essa semana|hoje]
campaign-result: a campanha {number} (deu resultado|funcionou|deu certo|valeu a pena|trouxe gente)
campaign-result: (como|quanto) (foi|rendeu|trouxe|deu|vai) a campanha {number}
add-reward: (coloca|bota|poe|adiciona) (um|uma) {name} (no catalogo|nos premios|na lista) (valendo|por|a) {points} pontos
add-reward: (quem juntar|com|juntando) {points} pontos (leva|ganha|pega) (um|uma) {name}
validate-voucher: (valida|confere|usa|da baixa no|aceita|ve) [o|esse] (vale|cupom|voucher|codigo) {code} [pra mim|por favor]
validate-voucher: (vale|cupom|voucher) {code} (na compra de|total|conta deu|em) {amount_cents}
validate-voucher: (esse|este) (codigo|vale) {code} ainda (vale|serve)
validate-voucher: (moco|moca) (do meu lado|aqui) com o (vale|voucher) {code} compra de {amount_cents} pode aceitar
record-sale: [o|a] {phone} (gastou|comprou|pagou|levou|deixou) {amount_cents} [em dinheiro|hoje]
record-sale: (lanca|registra|anota|poe|marca|cobra) [venda de|compra de] {amount_cents} (pro|para o|no|no nome do|pra) [cliente|numero] {phone}
record-sale: (vendi|venda|venda em dinheiro|compra) [de] {amount_cents} (pro|para|no nome do|no nome de|do|da) [cliente] {phone}
void-sale: (estorna|devolve|cancela|desfaz) a (venda|compra) {reference} [que passei errado|cliente devolveu]
link-sale: a (compra|venda|nota) {reference} (e do|e da|foi do|quem fez foi o) {phone}
customer: (quem e|procura|me mostra|abre|deixa eu ver|puxa) [o|a|cliente|o cadastro do] {phone}
customer: quanto [o|a] {phone} (tem|tem de saldo|tem de pontos)
adjust: (da|credita|bota|adiciona) {amount_cents} (pro|no|para o) [cliente] {phone} [porque o pedido atrasou|de cortesia|motivo {reason}|pelo transtorno]
adjust: (tira|desconta|debita|remove) {amount_cents} (do|da|do saldo do|do saldo de) {phone} [lancou em dobro|lancamento errado|motivo {reason}]
edit-message: (muda|troca|edita|reescreve) (o texto|a mensagem|o aviso) (de boas vindas|de aniversario|de vencimento|do vale|de volta)
edit-message: (muda|troca|quero mudar|edita) a mensagem que (vai|sai|eles recebem) quando (o saldo vence|ganham cashback|geram vale|fazem aniversario)
quiet-hours: (so manda|manda|mensagens|horario de envio) [mensagem] (das|entre|de) {from} (as|e|ate) {to}
team: quero ver se (ele|ela|fulano|a moca|o rapaz) (ja foi removido da equipe|ainda ta na equipe|tem acesso)
add-staff: (bota|poe|cadastra|adiciona) [o|a] {phone} (de|como|no) (caixa|gerente|dono)
add-staff: (meu socio|minha mulher|meu irmao|meu filho) {phone} (e|vai ser|tambem e|agora e) (caixa|gerente|dono) [tambem]
remove-staff: (demiti o|tira o|remove o|exclui o) {phone} [tira ele|da equipe]
voucher-mode: quero que (o vale|os vales|o cupom) (seja baixado|sejam baixados|caia|baixe) (sozinho|automatico|sozinhos) na venda
voucher-mode: (poe|deixa|muda|bota) (os vales|o voucher|os vouchers) (no|em|pro) [modo] (automatico|balcao|manual|caixa conectado)
pending: (tem algo|tem alguma coisa|o que ta) (esperando|pendente|travado) [eu aprovar|minha aprovacao|pra mim]
rewards: (o que|quais premios) (o cliente|a pessoa|o pessoal) (consegue|pode) (pegar|trocar) com ponto [hoje]
none: (saldo|extrato|pontos|cashback) {number}
activate: [agora|entao|bom] (pode|ja pode|pode sim) (ligar|ativar|soltar|liberar) (o programa|tudo) [pra valer|agora|ja] [ta tudo certo|ta tudo pronto|conferi tudo]
activate: (quero|vamos|bora) (ativar|ligar|colocar no ar|por no ar|lancar) (agora|ja|hoje|o programa) [ta tudo pronto|ta tudo certo|esta tudo certo]
activate: (liga|ativa|solta) (assim mesmo|do mesmo jeito|igual) (sem|mesmo sem) [a] venda de teste
setup-start: (vamos|quero|bora|posso) (comecar|iniciar|fazer) (a configuracao|o cadastro da loja|a instalacao|a montagem)
setup-start: (quero|queria) (inscrever|cadastrar|registrar) (minha academia|meu restaurante|minha farmacia|minha loja|meu cafe|meu salao) [no programa|aqui|por favor]
rules: (qual|quais) (e a regra|sao as regras|regra) [do cashback|dos pontos] (que ta|que esta|ta) (rodando|valendo|no ar) [agora|hoje]
terminals: (quais|quantas) (maquininhas|maquinas) (estao|tao) (aparecendo|ligadas|cadastradas|vendendo) [ai|hoje]
pause: (para|pare|segura) de (mandar|enviar) (mensagem|mensagens|avisos) (pros clientes|pra todo mundo|pra clientela) [essa semana|esses dias|por uns dias]
pause: (da um tempo|segura) (no|o) programa (todo|inteiro)
record-sale: (registra|lanca|anota|marca) uma (compra|venda) de {amount_cents} [do|da|pro|pra] [cliente] {phone}
record-sale: (a dona|o seu) {name} comprou {amount_cents} agora o zap (dela|dele) e {phone}
link-sale: essa (compra|venda) de nsu {reference} e (da cliente|do cliente|do|da) {phone} [poe no nome dela|poe no nome dele]
edit-message: (troca|muda|mudar|quero mudar|altera) (o texto|a mensagem|o aviso) (do aniversario|de boas vindas|do vencimento|da volta) [pra outra coisa|para]
campaign-result: (conta|me conta|quero saber|fala) [pra mim] se a campanha {number} (trouxe alguem|deu resultado|funcionou|valeu a pena|vendeu mais)
shop: (qual|quais|que) (nome|cnpj|cidade|dados|endereco) (estao|ta|tao) no cadastro da (minha loja|loja)
shop: (mostra|ver|quero ver|quero mudar) (os dados|o cadastro|o fuso horario|o nome) da (minha loja|loja)
set-program: os (vales|vouchers|cupons) (passam a valer|vao valer|tem que valer|vencem em) {number} dias
set-program: prazo de {number} dias (pra|para) (pedir|reclamar|colocar) (a compra|a nota) no nome
set-program: se (a pessoa|o cliente) devolver [a compra] e ja tiver (gastado|usado) o cashback (perdoa|nao vira divida|vira divida|fica devendo)
pending: tem (cliente|alguem) (esperando|aguardando) [a|uma] (resposta|resposta nossa)
none: (paga|pagar|pague) (o boleto|a conta de luz|o aluguel|a conta) [da farinha|do aluguel] [pra mim]
none: (preciso|quero|da pra) (emitir|tirar|fazer) [uma] (nota fiscal|nf) de {amount_cents}
none: (posso|da pra) trocar (de turno|meu turno|a folga) com (a menina|o rapaz|alguem)
none: (a maquininha|a impressora) (ta sem|acabou a) (bobina|tinta)
none: nem pensar em (mandar|fazer) (campanha|promocao) (agora|no domingo)
report: quantos clientes (eu tenho|temos|a loja tem)
report: quanto (devo|ja dei) de cashback [aos clientes]
export: quem sao (meus|nossos) melhores clientes
export: quais clientes compram mais
status: como conecto o whatsapp [da loja]
status: ta tudo (rodando|funcionando) certo (ai|por ai)
campaigns: (lista|mostra) as campanhas que eu ja fiz
campaigns: lista das campanhas que ja fiz
test-sale: vou passar (um valor|um cafezinho) so para ver se chega [fica de olho]
activate: (volta|pode voltar) a mandar as mensagens de aniversario [que eu tinha parado]
quiet-hours: nao quero que chegue mensagem para o cliente de noite [onde mudo o horario]
quiet-hours: nao quero que mande nada (pro povo|pros clientes) (de madrugada|de noite)
report: (e ontem|ontem) quanto vendeu [e quanto saiu de cashback]
report: (fecha|fechamento de) {period} para mim [o resumo]
report: e (ontem|semana passada) quanto (deu|entrou)
report: quanto entrou (ontem|hoje) com o (povo|pessoal) do cashback
remove-staff: a caixa {phone} pediu as contas [pode tirar ela do sistema]
shop: mudou o nome fantasia [onde eu troco isso]
pending: (mostra|quais) as pendencias da loja
till-keys: gera uma chave nova para o pdv [validar os vouchers]
adjust: (poe|bota) mais {points} pontos para {phone} [porque a maquina caiu]
block-customer: (esse numero|esse cliente) {phone} nao pode mais (participar|ganhar)
`;
