/** The link page asks every two seconds how far it has come; without a script it can be loaded again by hand. */
export const LINK_SCRIPT = `const at=id=>document.getElementById(id),state=at('state'),picture=at('picture'),code=at('code');
let shown=null;
async function refresh(){
try{const answer=await fetch(location.pathname+'/state',{cache:'no-store'});
if(!answer.ok){state.textContent=state.dataset.expired;picture.replaceChildren();code.textContent='';return}
const now=await answer.json();state.textContent=now.text;if(now.code)code.textContent=now.code;if(now.state==='ready')code.textContent='';
if(now.picture!==shown){shown=now.picture;const image=new Image();image.alt='';image.src=shown||'';picture.replaceChildren(...(shown?[image]:[]))}}
catch{state.textContent=state.dataset.silent}
setTimeout(refresh,2000)}
refresh();`;
