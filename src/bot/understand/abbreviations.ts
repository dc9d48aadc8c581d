import type { Language } from '../../loyalty';

/** How people shorten words in a chat, by language, as `short=full`. Written without accents, as normalised text is. */
const WRITTEN: Record<Language, string> = {
  pt: `
    vc=voce vcs=voces ce=voce oce=voce q=que k=que ki=que oq=o que oqe=o que oque=o que eh=e
    qnt=quanto qnto=quanto qto=quanto qt=quanto qtd=quanto qnts=quantos qntos=quantos qts=quantos qtos=quantos
    qro=quero kero=quero qr=quero qria=queria qm=quem qdo=quando qnd=quando qndo=quando ql=qual
    pq=por que pk=por que porque=por que porq=por que pra=para p=para pro=para o pros=para os pras=para as
    c=com d=de n=nao naum=nao num=nao nn=nao tb=tambem tbm=tambem hj=hoje amnh=amanha
    mto=muito mt=muito mta=muita mtos=muitos msg=mensagem msgs=mensagens mensg=mensagem zap=whatsapp wpp=whatsapp
    pf=por favor pfv=por favor pfvr=por favor pfvor=por favor ppf=por favor
    obg=obrigado obgd=obrigado obgda=obrigada brigado=obrigado brigada=obrigada vlw=valeu blz=beleza tmj=valeu
    to=estou tou=estou ta=esta tah=esta tava=estava tao=estao td=tudo tds=todos cmg=comigo
    bd=bom dia bt=boa tarde bn=boa noite cad=cade kd=cade cd=cade aki=aqui
    pontinho=ponto pontinhos=pontos pontin=ponto pts=pontos reau=real reaus=reais cash=cashback cashbak=cashback cashbeck=cashback
    cashbck=cashback chashback=cashback cashbach=cashback caschback=cashback kashback=cashback casback=cashback cachback=cashback cashbac=cashback cackback=cashback
    vaucher=voucher voucer=voucher vouche=voucher vochers=vouchers cupon=cupom cupum=cupom cupons=cupons`,
  en: `
    u=you ur=your r=are pls=please plz=please plse=please thx=thanks tks=thanks ty=thank you tnx=thanks
    wanna=want to gonna=going to gimme=give me lemme=let me whats=what is wats=what is wat=what wht=what hows=how is
    dont=do not doesnt=does not didnt=did not cant=can not cannot=can not wont=will not hasnt=has not havent=have not havnt=have not hadnt=had not isnt=is not arent=are not wasnt=was not werent=were not
    im=i am ive=i have youre=you are theyre=they are thats=that is theres=there is
    msg=message msgs=messages txt=text txts=texts info=information pts=points pt=point bal=balance
    w=with hw=how mch=much cos=because cuz=because rn=right now
    cashbak=cashback casback=cashback cashbac=cashback caskback=cashback vaucher=voucher voucer=voucher vochers=vouchers cupon=coupon`,
  es: `
    q=que k=que ke=que qe=que x=por xq=por que pq=por que porque=por que porq=por que xfa=por favor xfavor=por favor
    porfa=por favor porfis=por favor porfavor=por favor pf=por favor grax=gracias grcs=gracias grac=gracias
    tb=tambien tmb=tambien tbn=tambien d=de m=me t=te cto=cuanto cnto=cuanto kuanto=cuanto qiero=quiero kiero=quiero
    kisiera=quisiera bn=bien tngo=tengo tngo=tengo toy=estoy ta=esta pa=para msj=mensaje msjs=mensajes
    msg=mensaje msgs=mensajes mje=mensaje mjes=mensajes sms=mensajes hoi=hoy puntito=punto puntitos=puntos pts=puntos pto=punto ptos=puntos cash=cashback
    cashbak=cashback casback=cashback cashbac=cashback chashback=cashback vaucher=voucher voucer=voucher bd=buen dia dnd=donde dde=donde cm=como`,
};

const FULL: Record<Language, ReadonlyMap<string, string>> = {
  pt: read(WRITTEN.pt),
  en: read(WRITTEN.en),
  es: read(WRITTEN.es),
};

/** Entries stand on lines; a full form may have spaces, so an entry ends where the next `short=` begins. */
function read(written: string): ReadonlyMap<string, string> {
  const entries = written.trim().split(/\s+(?=\S+=)/);
  return new Map(entries.map((entry) => entry.split('=', 2) as [string, string]));
}

/** The word or words that a shortened one stands for; any other word as it is. */
export function spelledOut(word: string, lang: Language): string {
  return FULL[lang].get(word) ?? word;
}
