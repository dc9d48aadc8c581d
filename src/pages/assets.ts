/** The look of every page. */
export const PAGE_STYLE = `:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif;--ink:light-dark(#16211d,#eef3f1);
--soft:light-dark(#4a5a55,#a9b8b3);--line:light-dark(#b9c5c1,#3d4b47);--go:light-dark(#0b6b4f,#3ecf9c);--bad:light-dark(#a3201d,#ff9d94)}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:start center;color:var(--ink);background:light-dark(#f2f5f4,#0f1614)}
main{width:min(100%,30rem);min-height:100vh;padding:2rem 1.25rem;background:light-dark(#fff,#18211f)}
@media (min-width:32rem){body{place-items:center}main{min-height:0;margin:1rem;padding:2rem;border-radius:1rem;box-shadow:0 8px 40px #0002}}
h1{margin:0;font-size:1.5rem;line-height:1.25;text-wrap:balance}.shop{margin:.25rem 0 1.25rem;color:var(--soft)}.brand{display:block;width:3.5rem;height:.4rem;margin-bottom:1rem;border-radius:.2rem}
ol{padding-left:1.2rem}fieldset{border:0;padding:0}legend{padding:0;font-weight:600;margin-bottom:.3rem}
.choice{display:flex;gap:.7rem;align-items:start;min-height:3rem;font-weight:400}.choice input{flex:none;width:1.3rem;height:1.3rem;min-height:0;padding:0;margin:.15rem 0 0;accent-color:var(--go)}.choice .hint{display:block}.choice input:focus-visible{border-radius:50%}.field{margin:1.1rem 0}label{display:block;font-weight:600;margin-bottom:.3rem}
input{width:100%;min-height:3rem;padding:.6rem .8rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.6rem}
input[aria-invalid=true]{border-color:var(--bad)}input[data-copy]{font-family:ui-monospace,monospace;font-size:.9rem}
blockquote{margin:1.1rem 0;padding:.75rem 1rem;border-left:.25rem solid var(--go);border-radius:.3rem .6rem .6rem .3rem;background:light-dark(#f2f5f4,#0f1614);white-space:pre-line;overflow-wrap:anywhere}h1,.shop{overflow-wrap:anywhere}
.hint{margin:.3rem 0 0;font-size:.9rem;color:var(--soft)}.error,.bad{color:var(--bad);font-weight:600}.error{margin:.3rem 0 0}
.good{color:var(--go);font-weight:600}
button,.onward{width:100%;min-height:3rem;margin-top:.5rem;font:inherit;font-weight:600;border:0;border-radius:.6rem;color:light-dark(#fff,#06110d);background:var(--go);cursor:pointer}
.onward{display:grid;place-items:center;padding:.5rem 1rem;text-align:center;text-decoration:none}
h2{margin:1.5rem 0 0;font-size:1.1rem}.picture{display:grid;place-items:center;min-height:20rem;border-radius:.75rem;background:#fff}
.picture:empty,.code:empty{display:none}.picture img{width:100%;max-width:20rem}.code{display:block;font:700 1.75rem/1.4 ui-monospace,monospace;letter-spacing:.15em;text-align:center}
button.quiet{color:var(--ink);background:transparent;border:1px solid var(--line)}
:focus-visible{outline:3px solid var(--go);outline-offset:2px}
@media (prefers-reduced-motion:no-preference){button,.onward{transition:opacity .15s}button:hover,.onward:hover{opacity:.9}}`;

/** Copies, and keeps a form from being sent twice. Every page works without it. */
export const PAGE_SCRIPT = `for(const b of document.querySelectorAll('[data-copies]')){b.hidden=false;b.addEventListener('click',async()=>{
const i=document.getElementById(b.dataset.copies);i.select();try{await navigator.clipboard.writeText(i.value)}catch{document.execCommand('copy')}
b.textContent=b.dataset.done})}
for(const f of document.forms)f.addEventListener('submit',()=>{for(const b of f.querySelectorAll('button'))b.disabled=true});
document.querySelector('[aria-invalid=true]')?.focus();`;
