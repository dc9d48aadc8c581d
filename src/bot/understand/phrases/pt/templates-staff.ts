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
`;
