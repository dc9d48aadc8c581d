/** Templates of what customers say: `wish: template` on each line. */
export const templatesCustomersPt = `
balance: (quanto|o que) (tenho|eu tenho|sobrou|ta guardado|tem la|eu juntei|ja juntei) (na minha conta|de cashback|de ponto|pra gastar|guardado|ate agora|ai com voces)
balance: (tem|sobrou|ainda tem|tenho) (algum saldo|algum credito|cashback|ponto|dinheiro|alguma coisa) (na minha conta|no meu nome|meu ai|pra usar|com voces)
balance: (ja caiu|ja entrou|caiu|ja chegou|ja contou) (meu cashback|meu saldo|meus pontos|o de ontem) [da compra|de ontem]
balance: (quando|que dia|ate quando) (vence|vencem|expira|some|posso usar) (meu cashback|meus pontos|meu saldo)
balance: (vou perder|vai vencer|tenho pra vencer) (algum ponto|alguma coisa|cashback|saldo) [esse mes]
balance: (como to|como ando) (de|com os|com o) (pontos|saldo|cashback)
balance: (a menina|a moca) (falou|disse) que eu (ia ganhar|ganhava) um dinheiro de volta queria saber quanto e
statement: (me mostra|manda|quero ver|cade|me passa|quero conferir) (a lista|o historico|o detalhe|o resumo|os lancamentos|a movimentacao) (dos meus pontos|do meu cashback|da minha conta|das minhas compras|dos meus ganhos|do que ganhei e gastei)
statement: [meus|os] ultimos [{number}] (lancamentos|movimentos|ganhos|resgates) [por favor]
statement: (onde|em que|quando) (gastei|usei|foram) (meus pontos|meu cashback|meu saldo)
statement: quais compras (contaram|entraram|deram ponto|ja somaram|valeram)
explain: (como|de que jeito) (chegaram|calcularam|voces fizeram|saiu) (nesse valor|essa conta|esse cashback|esse numero)
explain: (nao entendi|nao bateu|achei estranho|ta errado) (o valor|a conta|porque tao pouco|esse cashback|o que ganhei)
explain: (gastei|comprei|paguei) {amount_cents} e (nao ganhei nada|ganhei pouco|so veio isso|quase nada) [o que houve|por que]
explain: (de onde|de qual compra) (vieram|veio|sairam|sao) (esses pontos|esse cashback|esses reais)
explain: (era pra ser|tinha que ser|devia ser|esperava) (mais|bem mais|outro valor)
redeem: (quero|queria|posso|vou|deixa eu|da pra) (usar|gastar|resgatar|aproveitar|descontar|abater) (meu cashback|meu saldo|o que tenho|o que juntei|tudo|meu credito)
redeem: (usa|desconta|tira|abate|resgata|bota) {amount_cents} (do meu saldo|do cashback|na conta|nessa compra|do que tenho)
redeem: (posso|quero|da pra) pagar com (meu saldo|o cashback|o que juntei|meu credito)
redeem: (faz|gera|me da|quero|manda) um (vale|cupom|voucher|codigo) de {amount_cents}
rewards: (quais|que|tem) (brindes|premios|recompensas|coisas|presentes) (tem|da pra pegar|eu consigo|posso pegar|voces dao) [com ponto|com os pontos|pelos pontos]
rewards: (quantos pontos|com quantos pontos) (preciso pra|eu pego|custa|sai) (o brinde|um cafe|o premio|a caneca)
rewards: (quero|posso|como faco pra) (trocar|usar) (meus pontos|os pontos) por (alguma coisa|um brinde|um premio|produto)
rewards: me manda o catalogo de (premios|premio) [ai]
vouchers: (quais|que|quantos) (vales|cupons|vouchers|codigos) (eu tenho|tao ativos|sao meus|posso usar|ainda valem)
vouchers: (cade|perdi|sumiu|apaguei|nao acho) (meu vale|meu cupom|o codigo|o voucher|o qr) [que gerei ontem|da semana passada]
vouchers: (nao quero cancelar|nao e pra cancelar) (nada|nenhum) so (ver|saber|conferir) (meus vales|meus cupons|quais tenho)
cancel-voucher: (cancela|anula|desfaz|apaga|joga fora) (o|meu|esse|aquele) (vale|cupom|voucher|codigo) [por favor|que fiz|errado|e devolve meu saldo]
cancel-voucher: (nao vou usar|desisti do|nao quero mais) (o vale|cupom|{code}|voucher) [devolve meu saldo|cancela]
claim-sale: (nota|cupom fiscal|recibo|nsu|autorizacao|comprovante) {reference} [de|valor|deu|foi] {amount_cents}
claim-sale: (esqueci de|nao me pediram|ninguem pediu|nao deu tempo de) (dar|falar|o|meu) (numero|telefone|celular) (no caixa|na hora de pagar) [queria os pontos]
claim-sale: (minha compra|a compra de ontem|o que comprei|a venda de hoje) (nao apareceu|nao entrou|nao contou|sumiu|nao ta ai|nao foi lancada)
claim-sale: (passei ai|estive ai) (hoje|ontem) paguei {amount_cents} [no debito] o numero do cupom e {reference} da pra colocar no meu nome
profile: (meu nome e|me chamo|sou|pode me chamar de|bota meu nome como|me chama de) {name}
profile: (ta errado meu nome|escreveram meu nome errado|ai ta outro nome) [e|sou|me chamo] {name}
profile: (muda|atualiza|anota|salva|meu novo) [meu] (email|e mail) [e|pra] {email}
opt-in: (ativa|liga|reativa|religa) (as mensagens|os avisos|as promocoes|as ofertas) [de novo|outra vez|dnv] [pra mim]
opt-in: (quero|pode|podem) (voltar a receber|receber de novo|mandar de novo|me mandar outra vez) (as promocoes|as ofertas|mensagem|novidade)
opt-out: (para|parem|chega|pare) (de mandar|com|de me mandar|de) (mensagem|promocao|propaganda|oferta|me encher) [por favor|ja]
erase-data: (apaga|exclui|deleta|remove|limpa|tira) (meus dados|tudo meu|minha conta|meu cadastro|meu nome e telefone|meu cpf) [do sistema|de voces|pra sempre|por favor]
human: (quero|preciso|posso|deixa eu) falar com (uma pessoa|alguem|um humano|o gerente|a dona|atendente|alguem da loja) [de verdade|por favor]
human: (to com um problema|tive um problema|tenho uma reclamacao|cobraram errado|veio errado) (preciso de ajuda|com quem falo|quero falar com alguem)
program: (se eu gastar|se eu comprar|gastando) {amount_cents} quanto (volta|ganho|eu ganho|recebo)
program: (que dia|quando|em que dia) (da mais cashback|vale mais|tem ponto em dobro|compensa comprar)
program: (quanto por cento|quantos por cento) (volta|voces devolvem) [se eu pagar assim]
program: (preciso|tenho que) gastar quanto (pra|para) (ganhar ponto|ganhar cashback)
program: (ainda nem comprei|nem sou cliente ainda) (so quero entender|queria saber) como (ganha e como usa|funciona)
none: nao (apaga|cancela|deleta) (nada|meus dados|nao) [hein|so perguntei|ta]
none: (nunca|nao) (parem|para|deixem) de mandar (promocao|oferta) [adoro]
none: (valeu|obrigado) voce e (demais|dez)
explain: nao recebi (o|meu) cashback de ontem
explain: como (voces|vcs) (chegaram|chegam) (nesse|no) valor
explain: comprei (hoje|ontem) e nao ganhei nada qual o motivo
explain: me explica direitinho de onde saiu esse valor
balance: me fala meu saldo rapidao [to na fila]
statement: (extratinho|extrato) (por favor|)
cancel-voucher: (pode|) desfazer o voucher {code} [vou comprar outro dia]
opt-in: pedi para parar os avisos e me arrependi religa para mim [por favor]
my-data: queria ver o que a loja sabe de mim [telefone cpf compra tudo]
erase-data: apaga tudo que voces tem meu ai [cadastro cpf tudo]
erase-data: (exclui|exclua) meu cadastro (por completo|inteiro) [nao quero deixar nada ai]
redeem: resgata {amount_cents} por favor que ja estou na fila
redeem: (vou|quero) gastar tudo que eu tenho de (cashback|saldo)
`;
