import { Router } from 'express';
import { timingSafeEqual } from 'node:crypto';
import QRCode from 'qrcode';
import type { Clock } from '../clock';
import type { Database } from '../db';
import { loadShop } from '../loyalty';
import { sendProblem } from '../problem';
import type { Secrets } from '../secrets';
import { statusOf } from './channel-states';

const LINK_MS = 15 * 60_000;

/** The address at which a shop's number is linked, good for fifteen minutes: `/link/{shop}.{until}.{proof}`. */
export function linkPath(secrets: Secrets, merchantId: number, now: number): string {
  const until = now + LINK_MS;
  return `/link/${merchantId}.${until}.${proof(secrets, merchantId, until).toString('base64url')}`;
}

function proof(secrets: Secrets, merchantId: number, until: number): Buffer {
  return secrets.hash(`${merchantId}.${until}`, 'link page');
}

function shopOf(secrets: Secrets, token: string, now: number): number | null {
  const [shop, until, given] = token.split('.');
  const expected = proof(secrets, Number(shop), Number(until));
  const mac = Buffer.from(given ?? '', 'base64url');
  const holds = mac.length === expected.length && timingSafeEqual(mac, expected);
  return holds && Number(until) > now ? Number(shop) : null;
}

/** The page on which a shop's owner links its number: the QR code of the moment, and how far it has come. */
export function createLinkRouter({
  db,
  secrets,
  clock,
}: {
  db: Database;
  secrets: Secrets;
  clock: Clock;
}): Router {
  const router = Router();
  router.param('token', (_request, response, next, token: string) => {
    const merchantId = shopOf(secrets, token, clock.now());
    if (merchantId === null)
      return sendProblem(response, { status: 404, title: 'Este link venceu ou não existe. Peça outro.' });
    response.locals['merchantId'] = merchantId;
    return next();
  });
  router.get('/link/:token', async (_request, response) => {
    const shop = await db.asMerchant(response.locals['merchantId'] as number, loadShop);
    response.set(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:",
    );
    response.type('html').send(page(shop.name));
  });
  router.get('/link/:token/state', async (_request, response) => {
    const status = await db.asMerchant(response.locals['merchantId'] as number, statusOf);
    const picture =
      status?.qr === undefined ? null : await QRCode.toDataURL(status.qr, { margin: 2, width: 320 });
    response.json({ state: status?.state ?? 'starting', picture, detail: status?.detail ?? null });
  });
  router.get('/assets/link.css', (_request, response) => void response.type('css').send(STYLE));
  router.get('/assets/link.js', (_request, response) => void response.type('js').send(SCRIPT));
  return router;
}

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const page = (shop: string): string => `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Conectar o WhatsApp</title><link rel="stylesheet" href="/assets/link.css"></head>
<body><main><h1>Conectar o WhatsApp</h1><p class="shop">${escape(shop)}</p>
<ol><li>Abra o WhatsApp no celular da loja</li><li>Toque em <b>Aparelhos conectados</b> e em <b>Conectar aparelho</b></li>
<li>Aponte a câmera para este código</li></ol>
<div id="code" role="img" aria-label="Código QR para conectar"></div><p id="state" role="status">Abrindo o WhatsApp…</p>
</main><script src="/assets/link.js"></script></body></html>`;

const STYLE = `:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif}
body{margin:0;display:grid;place-items:center;min-height:100vh;background:light-dark(#f2f5f4,#0f1614)}
main{max-width:24rem;margin:1rem;padding:2rem;border-radius:1rem;background:light-dark(#fff,#18211f);box-shadow:0 8px 40px #0002}
h1{margin:0;font-size:1.5rem}.shop{margin:.25rem 0 1rem;color:light-dark(#4a5a55,#a9b8b3)}ol{padding-left:1.2rem}
#code{display:grid;place-items:center;min-height:320px;border-radius:.75rem;background:#fff}#code img{width:100%;max-width:320px}
#state{text-align:center;font-weight:600}`;

const SCRIPT = `const say={starting:'Abrindo o WhatsApp…',linking:'Aponte a câmera do celular para o código',ready:'Conectado! Pode fechar esta página.',down:'Sem conexão. Tentando de novo…','logged-out':'O celular desconectou. Um novo código vem aí…'};
const code=document.getElementById('code'),state=document.getElementById('state');let shown='';
async function refresh(){try{const r=await fetch(location.pathname+'/state',{cache:'no-store'});
if(!r.ok){state.textContent='Este link venceu. Peça outro.';code.replaceChildren();return}
const s=await r.json();state.textContent=say[s.state]+(s.detail&&s.state!=='ready'?' '+s.detail:'');
if(s.picture!==shown){shown=s.picture;const i=new Image();i.alt='';i.src=s.picture||'';code.replaceChildren(...(s.picture?[i]:[]))}}
catch{state.textContent='Sem resposta do servidor. Tentando de novo…'}setTimeout(refresh,2000)}refresh();`;
