import type { MorePhrases } from '../index';

/** What customers say, in many ways; `none` is what they say to a shop that is no wish of the program. */
export const customersEn: MorePhrases = {
  balance: `
    balance / my balance / what is my balance / check my balance / see balance / show me the balance / look up my balance /
    how much do i have / how much cashback do i have / how many points do i have / how much is there for me / how much do i got /
    how much have i saved / how much have i saved up / how much have i collected / how much did i gather / what have i got there /
    do i have cashback / do i have points / do i have any credit / do i have anything left / is there anything for me / any money for me /
    wanted to see how much is in there / see how much i have back / how much can i use / how much can i spend / what can i use now /
    how much is available / how much is pending / when can i use my cashback / when does it unlock / can i use it already /
    is my cashback in yet / did my cashback arrive / did it come in / when does it expire / when does my balance expire /
    when do my points expire / until when is my balance good / is anything about to expire / my points / my cashback / points /
    my wallet / my account / money back that i have / how much i have to spend in the store / check points / check my cashback /
    what is in my account / my total / how is my balance / what is left on my account / my credits`,
  statement: `
    statement / my statement / see statement / send me the statement / send me my full statement / points statement / history /
    my history / purchase history / cashback history / what did i earn / how much did i earn in each purchase /
    everything i earned / my earnings / what came in and out / what came in for me / ins and outs of my account /
    transactions / my transactions / account activity / entries / my purchases / my last purchases /
    which purchases gave points / where did this balance come from / where did my points come from / where did i spend my cashback /
    what did i use my points on / list all i earned and used / details of my balance / account details /
    what was taken off / earnings of the month / what i earned this month / log of my purchases / see earlier purchases`,
  explain: `
    why / why did i get only that / why only that / why so little / why less / why did i not earn / why did i get no points /
    why no cashback / why nothing on my purchase / why did i get less than last time / why was it less / how come so little /
    explain the amount / explain the math / explain the last one / explain that reward / how was it calculated / how did you calculate it /
    how did you get to this cashback / where does that number come from / i do not understand the cashback / i do not get the amount /
    this amount is wrong why / i earned less than i should / i spent a lot and earned little how come / only that / is that all /
    what is the calculation / break down the calculation / should have got more / why {amount_cents} / why did i get {amount_cents} /
    why only {amount_cents} / explain the {amount_cents} / where does {amount_cents} come from /
    i spent {amount_cents} and got only {amount_cents} / i bought {amount_cents} and only that came`,
  redeem: `
    redeem / i want to redeem / make a redemption / redemption / redeem all / redeem everything i have / redeem my cashback / i want to use it /
    use cashback / use my balance / use my credits / use what i have / use the discount / i want to use my discount on a purchase /
    take it off my purchase / discount from my balance / pay with cashback / pay using my balance / pay with my credits /
    spend my balance / spend it all / i want to spend what i saved / i am at the till and want to use it /
    i am at the store and want to use my cashback / i am buying now and want to use the balance / how do i redeem /
    how do i use my balance / can i use it now / can i use it today / i want my discount / i want to take advantage of my cashback /
    turn cashback into a voucher / turn my balance into a voucher / make a voucher / generate a voucher / i want a voucher /
    i want a coupon with my balance / take it from my balance / cash out my cashback / use my cashback / redeem for me / use it all /
    i want to redeem {amount_cents} / redeem {amount_cents} / redemption of {amount_cents} / use {amount_cents} /
    i want to use {amount_cents} / use {amount_cents} of my balance / spend {amount_cents} / take {amount_cents} from my balance /
    give me {amount_cents} off / i want {amount_cents} off / {amount_cents} discount please / take {amount_cents} off /
    take {amount_cents} off the purchase / voucher of {amount_cents} / make a voucher of {amount_cents} / a {amount_cents} voucher /
    turn it into a {amount_cents} voucher / change my cashback for {amount_cents} / use {amount_cents} of my cashback /
    get {amount_cents} from my balance / pay {amount_cents} with the balance / i want {amount_cents} of my cashback`,
  rewards: `
    rewards / see rewards / the prizes / prizes / what prizes are there / which gifts / what gifts do you have / what rewards are there /
    gifts / my gift / reward list / catalog / rewards catalog / swap points / exchange my points / trade points /
    exchange points for products / trade points for a prize / use points / spend points / redeem points / redeem a reward /
    i want a prize / i want to pick a reward / what can i exchange / what can i get with my points / what can i get for points /
    what do i get with {points} points / how many points to get / how many points do i need for the prize / how many points does it cost /
    with how many points do i win / what are my points good for / what are my points worth / do i have enough points to trade /
    are there prizes for collecting points`,
  vouchers: `
    get my voucher / pick up my voucher /
    vouchers / my vouchers / my voucher / my coupons / my coupon / coupons / voucher code /
    see my vouchers / show vouchers / show me my coupon / which vouchers do i have / what coupons do i have / do i have a voucher /
    do i have a coupon to use / where is my voucher / where is my coupon / where is the code / where did my voucher go /
    where is the qr code / send the qr code again / resend the voucher / resend the code / send me the coupon again /
    lost the voucher / i lost my coupon / i lost the discount code / my voucher is gone / i deleted the coupon / i deleted the message with the code /
    what is my code / what is the code of my voucher / discount code / is my voucher still good / is my voucher still valid /
    when do my coupons expire / open voucher / active vouchers / vouchers in my name / list of vouchers`,
  'cancel-voucher': `
    cancel voucher / cancel coupon / cancel my voucher / cancel this voucher / cancel the coupon i made /
    i want to cancel the voucher / void voucher / void the coupon / undo the voucher / undo the redemption / undo redemption /
    give up the voucher / i gave up on the coupon / i regret the voucher / i will not use the voucher / i am not going to use the voucher /
    i do not want the voucher / i do not want the coupon anymore / return the voucher to my balance / give back the coupon /
    i want my balance back / put the voucher money back in my balance / i made the wrong voucher / wrong voucher cancel it /
    changed my mind about the coupon / cancel {code} / cancel the voucher {code} / cancel voucher {code} / void {code} /
    void the coupon {code} / give up {code} / give up the voucher {code} / return {code} / i will not use {code}`,
  'claim-sale': `
    register receipt / register a receipt / add a receipt / send invoice / i have the receipt / i have the invoice / i have the slip /
    points for my purchase / i want points for a purchase / my purchase did not count / my purchase did not show up / my purchase is not there /
    the purchase is missing / yesterday's purchase is missing / my purchase did not come in / the cashback of my purchase did not come /
    i bought and nothing came / i bought and got nothing / i bought something and did not get the points / i paid and got no points /
    i forgot to give my phone / i forgot to say my number / i forgot to give the cpf / i did not give my phone at the till /
    you did not count my purchase / a purchase of mine is missing / missing purchase / i want to claim a purchase / claim purchase /
    how do i add the receipt / how do i register my purchase / that purchase is mine / claim a purchase i made without registration /
    bought without an account / recover the points of the purchase / receipt {reference} / invoice {reference} /
    receipt {reference} amount {amount_cents} / receipt number {reference} for {amount_cents} / my receipt is {reference} /
    slip {reference} of {amount_cents} / nsu {reference} {amount_cents} /
    authorization {reference} amount {amount_cents} / points of receipt {reference} of {amount_cents} /
    i bought {amount_cents} and nothing came / i paid {amount_cents} and got nothing`,
  profile: `
    profile / my profile / sign up / i want to sign up / register me / complete my profile / fill in my profile / update my profile /
    update my details / change my details / fix my name / my name is wrong / change my name / correct my name /
    my name is {name} / i am called {name} / call me {name} / change email / change my email / my email changed / i have another email /
    add email / add my email / my email is {email} / write my email {email} / email {email} /
    my birthday / add my birthday / my birthday is {birthday} / my birthday is on {birthday} / i was born on {birthday} /
    born on {birthday} / my date of birth is {birthday} / my cpf is {cpf} / cpf {cpf} / add cpf / add my cpf /
    link my cpf / note my cpf {cpf} / see my profile / my registration details are wrong`,
  referral: `
    refer / refer a friend / refer someone / i want to refer / i want to refer a person / how do i refer / how does referral work /
    referral / referral code / my referral code / my referral link / link to invite / invite a friend /
    invite my sister / bring a friend / do i get anything for referring / what do i get for inviting / how much do i earn per referral /
    do i earn if i bring people / referral bonus / share my code / give a code to my mom /
    code to send to a friend / i want a friend to join / refer and earn`,
  program: `
    rules / the rules / what are the rules / program rules / terms / how does it work / how does this work / how it works /
    how does cashback work / how do points work / how does the program work / what program is this / what is this thing /
    what is this / what is cashback / what is this program / explain the program to me / explain how it works / tell me how it works /
    explain this thing / how do i earn / how do i earn cashback / how do i get points / how do i collect points / how do you collect points /
    how do i get a discount / how do i join / i want to join / how much do i earn / how much comes back / what percent do i earn /
    what is the percentage / what is your cashback / how much is each point / how much is a point worth / what is one point /
    how much do i have to spend to earn / is there a minimum / what is the minimum / how long does it last / how long is it valid /
    what are the advantages / what are the benefits / what do i get for buying here / who are you / what do you do / what is smartbis`,
  'opt-out': `
    stop / i want out / quit / stop texting me / stop messaging me / stop sending me messages / stop sending me this /
    please stop sending me messages / you can stop sending messages / you can stop sending me promotions / stop with these messages /
    do not send me anything else / do not text me / do not message me anymore / no more messages / i do not want more messages /
    i do not want to receive anything / i do not want promotions / i do not want ads / no ads please / enough ads /
    enough promotions / enough / i am tired of messages / i am sick of these messages / too many messages stop /
    take my number off / take my name off the list / take me off / get me off this list / remove me / remove me from the list /
    remove my number / unsubscribe / unsubscribe me / i want to unsubscribe / cancel messages / cancel the messages to me /
    cancel promotions / cancel subscription / opt out / go away no ads / stop bothering me / quit bothering me /
    i do not allow messages anymore / i do not want to take part anymore / leave me alone`,
  'opt-in': `
    come back / i want to come back / start again / i want to receive messages again / i want to get them again / receive again /
    receive promotions / i want to receive promotions / i want the offers / i want the news / send me the promotions /
    you can send promotions / you can message me again / you may send messages again / start messaging me again / send me offers again /
    put me back / add me to the list again / turn my messages back on / reactivate messages / subscribe / sign me up for messages again /
    i changed my mind send them / i agree to promotions / i allow the messages / back in the program / i want to take part again / opt in`,
  'my-data': `
    my data / see my data / download my data / export my data / a copy of my data / what data do you have on me /
    what data of mine do you have / what information do you keep / what do you know about me / what is stored about me /
    everything you have about me / send me my data / report of my data / personal data / my personal data / my personal information /
    i want access to my data / right of access / privacy / gdpr / information you hold on me`,
  'erase-data': `
    erase my data / delete my data / remove my data / wipe my data / delete everything / delete all my stuff / delete everything about me /
    erase everything you have of mine / delete my account / close my account / remove my account / erase my account /
    delete my registration / delete my profile / i want everything deleted / delete me / erase me / wipe me / remove me from the system /
    delete me from the system / i do not want you to keep my data / forget my data / forget me / right to erasure`,
  human: `
    agent / talk to an agent / i want an agent / talk to someone / talk to a person / i want to talk to people /
    i want to talk to a real person / i want a human / human / person / is anyone there / is somebody there / is there a real person /
    anyone i can talk to / talk to the owner / talk to the manager / get the owner / call the manager / get someone /
    transfer me / transfer me to an agent / pass me to someone / customer service / human support / live support /
    support / talk to the store / talk to someone at the store / i need a person / can i talk to the cashier / speak to staff /
    are you a robot / is this a bot / i do not want a bot / i do not want to talk to a machine / tired of bots i want people /
    someone call me / can you call me / have someone contact me / i want to complain to someone / make a complaint`,
  language: `
    language / change language / switch language / another language / do you speak spanish / do you speak portuguese / do you speak english /
    in spanish / in portuguese / in english / i want it in spanish / i want portuguese / i want english / switch to spanish /
    switch to portuguese / change to english / change it to spanish / back to english / back to portuguese / can you speak spanish /
    is there spanish / is it available in portuguese / can it be in spanish / espanol / portugues / english / en espanol por favor`,
  menu: `
    menu / hi / hello / hey / hey there / hiya / good morning / good afternoon / good evening / hi how are you / hello how is it going / help / help me /
    i need help / please help / can you help me / options / what are the options / commands / what do you do / what can you do /
    what can i do here / what can i ask / what can i ask for / what things do you do / how do i use this /
    how does one use this / i do not know how to use this / i do not understand anything / i am lost / where do i start / back to start /
    start over / main menu / who is this / who is speaking`,
  none: `
    i do not want to stop / i do not want to quit / i do not want to leave the program / i do not want to cancel /
    going out / leaving early / stop over there / stop by / cancel my purchase / cancel my delivery / stop the car / i will be back / i want to come back to the store / what did you say / my electricity bill / how much is the cake / any discount for seniors /
    do you deliver / is there delivery / what is the address / where is the store / what time do you open / what time do you close /
    what are your hours / are you open today / are you open on sunday / open on holidays / is there parking / what is the store phone number /
    how much does it cost / what is the price / is it in stock / do you have this product / is there fresh bread / do you have size m / did my order arrive /
    i want to buy / i want to place an order / i want to order a cake / my order did not arrive / cancel my order / cancel the booking /
    do you take pix / do you take meal vouchers / do you take cards / how many installments / any sale today / any deal on meat /
    the product was spoiled / the service was bad / i love the store / congratulations / merry christmas / happy new year /
    thanks / thank you / cheers / you are welcome / ok / cool / deal / agreed / all right / i see / right / nice / great /
    lol / haha / wow / oh my god / so hot / so cold / i am coming / on my way / leaving home now / i will come tomorrow / i will stop by later /
    i will see later / never mind / forget it / nothing / that was it / wait / one moment / be right back / love you / have a good rest /
    send a photo / did you see the game / my son / my mother / going to the market / going out with friends / i want to go out tonight /
    i want to stop eating sweets / i need to stop working / stop at the corner / back later / back tomorrow / turn off the light /
    turn off the tv / turn on the radio / book a table / book an appointment / i want an appointment / test / asdf / i do not know / whatever / who won`,
};
