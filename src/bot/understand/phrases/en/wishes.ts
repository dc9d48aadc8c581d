import type { Phrases } from '../index';

/** How people say each wish in English, in a hurry, with slang; in any spelling that normalises to it. */
export const en: Phrases = {
  balance: `
    how much have i got / how much have i saved up / how much is in my account / how much can i spend /
    how much cashback is left / how much do i have left / whats my balance / what do i have to spend /
    what is my cashback / do i have any cashback / do i have any points / do i have any money here /
    is there any credit for me / tell me how many points i got / points balance / check balance /
    available balance / when does my cashback expire / when do my points expire / did my cashback arrive /
    did i get the cashback from my purchase / how much discount do i have / any rewards for me`,
  statement: `
    what have i earned so far / show me what i earned / my purchase history / my last purchases /
    show my transactions / list of transactions / recent activity / account activity /
    where did this cashback come from / how did i spend my points / details of my balance /
    how much did i earn on each purchase / my entries`,
  redeem: `
    i want to spend my cashback / i want to use what i have / how do i use my cashback /
    how can i use this money / can i use my cashback today / can i get my discount now /
    i want my discount / i want to cash out / cash out / turn my cashback into a voucher /
    give me a voucher / make me a voucher / i want to pay with my cashback / pay with balance /
    use all of it / redeem everything / i want to spend {amount_cents} of my cashback /
    use {amount_cents} today / take {amount_cents} off my purchase / make me a voucher for {amount_cents} /
    i would like to use about {amount_cents} of my balance / pay {amount_cents} with cashback /
    cash out {amount_cents} / discount {amount_cents}`,
  rewards: `
    what can i get with my points / which rewards are there / what rewards do you have / list of rewards /
    rewards catalogue / i want a reward / i want to swap my points / how do i use my points /
    what are my points worth / is there a gift for me / pick a reward`,
  vouchers: `
    where is my code / i lost my voucher / i lost the code / what was my voucher code /
    send the code again / send me the voucher again / my open vouchers / do i have a voucher /
    do i have any vouchers / which vouchers do i have / my discount coupon / i deleted my voucher / my code`,
  'cancel-voucher': `
    i do not want the voucher any more / undo the voucher / give the voucher back /
    i want my cashback back from the voucher / please cancel my coupon / get rid of my voucher /
    undo voucher {code} / i do not want {code} any more / give {code} back`,
  program: `
    how does this thing work / how does cashback work / how does the loyalty program work /
    explain how it works / what is this / what program is this / what is cashback / how much do i get back /
    how much do i earn per purchase / what percentage do i get back / how can i get points / how do i join /
    i want to join the program / what are the rules / terms and conditions / is there a minimum purchase /
    how long is cashback valid / what are the benefits / are there any promotions`,
  'opt-out': `
    i want to stop receiving messages / stop sending me messages / do not send me any more messages /
    do not text me again / no more ads please / take me off the list / take me off this list /
    remove me from the list / remove my number / unsubscribe me / i am tired of your messages /
    leave me alone / cancel my subscription / i want to leave the program / i do not want promotions /
    quit messaging me`,
  'opt-in': `
    you can send me messages again / i want to receive offers again / i want messages again /
    put me back on the list / subscribe me again / start sending me news again / resubscribe /
    sign me up for news / i want to hear about offers`,
  profile: `
    i want to update my profile / how do i sign up / complete my profile`,
  customer: `
    look up a customer / how much does the customer have / find a customer by phone`,
  'block-customer': `
    block a customer / suspend a customer / unblock a customer`,
  adjust: `
    fix a customer balance / give a customer some credit / take credit from a customer`,
  referral: `
    do i earn something for bringing a friend / how do i invite someone / is there a referral reward`,
  'erase-data': `
    delete everything you have about me / remove my information / i do not want you to keep my data / wipe my data /
    close my account please`,
  'my-data': `
    i want a copy of my data / download my information / what information do you have about me / export my data /
    send me everything you know about me / data privacy request`,
  language: `
    can we talk in another language / is there another language / i do not speak portuguese /
    i do not understand portuguese / i want it in portuguese / talk to me in spanish / write in portuguese /
    change the language of the chat`,
  explain: `
    why so little / why did i get so little / why did i get nothing / i do not understand this amount /
    how did you get to that amount / how was it calculated / explain my cashback / why only {amount_cents} /
    why did my purchase earn nothing / why did i not earn points`,
  'audit-log': `
    who did this / i want to know who changed it / log of changes / what did the team change /
    who deleted the rule / who paused it / show what was changed`,
  undo: `
    i made a mistake undo it / i did it wrong / put it back as it was / i want to take that back /
    take back the last change / go back to how it was`,
  team: `
    who has access / who can use this / who are the cashiers / list of the staff / see who works with me /
    people of the shop`,
  'add-staff': `
    i want to add an employee / how do i add a cashier / we have a new employee / give access to the manager /
    i hired someone / let someone use this`,
  'remove-staff': `
    the cashier left / an employee left / take away access from someone / remove someone from the team /
    i want to take a person off the team`,
  pin: `
    i want a new pin / how do i create my pin / how do i change my pin / my password / change the password /
    change my password`,
  'reset-pin': `
    i can not remember my pin / i forgot my password / i lost my password / my pin does not work`,
  human: `
    is there a real person / i need help from a person / i do not want to talk to a robot / get me the owner /
    get me the manager / i want to complain / i have a complaint`,
  bot: `
    bot come back / i want the bot again / let the bot answer`,
  'setup-start': `
    i want to use smartbis in my shop / how do i register my shop / i have a shop and want to start`,
  shop: `
    details of my shop / change the details of the shop / change the colour of the voucher / the time is wrong`,
  menu: `
    what can i do here / what are the options / what can you do for me / how do i use this /
    how do i use this bot / i do not know what to do / i am lost / can you help me / i need some help /
    back to the menu / main menu / list of commands / who are you / is anyone there`,
  status: `
    how is the shop doing / how is the setup going / what do i still need to do / what is left to do /
    what is left to set up / what is the next step / next step / is the program active /
    is the program running / is it on yet / where are we in the setup / is everything fine with the shop`,
  terminals: `
    which machines are connected / which card machines do you see / are the card machines working /
    is any machine down / has a machine stopped selling / see my card readers / last sale of each machine`,
  'test-sale': `
    i want to test a sale / how do i make a test sale / see whether sales arrive / check that it works with a sale /
    try it with the card machine / test the connection with a sale`,
  activate: `
    i want to activate the program / you can activate it / start the program / turn the cashback on /
    go live / launch the program / make it live / unpause / resume the program / start giving cashback again`,
  pause: `
    i want to pause the messages / stop messaging customers / take a break from messages /
    suspend the messages / suspend the program / turn the program off / switch off the cashback /
    stop giving cashback / put everything on hold / pause the program for now`,
  rules: `
    which rules are in force / which rules are active / what rules do i have / list of rules /
    active rules / show the program rules / what promotions are running / my current rules`,
  'add-rule': `
    i want to create a promotion / i want to give cashback / how do i create a new rule /
    set up a cashback rule / add a promotion / i want to give points to customers / make a new rule /
    define the rules / set up cashback`,
  'add-reward': `
    i want to create a reward / put a new reward in / set up rewards for points / add a gift for points /
    let customers exchange points / set up the rewards catalogue / how do i create a reward`,
  'voucher-mode': `
    how are vouchers used in the shop / change how vouchers are validated / who validates vouchers /
    i want the till to validate vouchers / validate vouchers automatically / set up the vouchers /
    voucher validation / what happens to the voucher on a refund`,
  simulate: `
     i want to simulate a rule / try a rule first / how much would a rule cost / run a simulation / simulation of cashback`,
  'edit-rule': `
    i want to change a rule / how do i change a rule / i need to edit the rule / fix a rule / edit a rule /
    the rule is wrong / change the amount of the rule / change the percentage of the rule`,
  'pause-rule': `
    i want to pause a rule / how do i pause a rule / suspend a rule / turn a rule off for now /
    stop a rule for a while / put a rule on hold`,
  'delete-rule': `
    i want to delete a rule / how do i delete a rule / remove a rule / get rid of a rule / i do not want this rule any more`,
  'set-program': `
    i want to change the settings / set up the program / change the minimum to redeem / change how long vouchers live /
    how much of a purchase can cashback pay / create customer tiers / program settings / see the settings`,
  report: `
    how are sales / how did we do / how much did we sell this month / sales summary / show me the numbers /
    the shop's numbers / how is revenue / how are we doing / shop statistics / how is the shop performing`,
  cohorts: `
    how many customers came back / are customers coming back / who bought again / returning customers /
    customer retention / how many bought again / table of returns`,
  export: `
    i want the sales in excel / send me a spreadsheet / i need a spreadsheet of the sales / download the shop's data /
    make a file of the customers / customer list in excel / export the data`,
  'till-keys': `
    i need the key for my till system / integrate my point of sale / api key for the checkout / token for the till /
    connect my till software / revoke the till key`,
  'claim-sale': `
    i bought and got no cashback / my purchase does not show / i forgot to give my phone at the counter /
    i want points for my receipt / i have a receipt here / how do i register my receipt / my purchase of yesterday is missing`,
  'link-sale': `
    the customer forgot to give the phone / put a sale in a customer's name / how do i link a sale / this sale belongs to a customer`,
  'record-sale': `
    how do i record a sale without the card machine / i want to enter a cash sale / note down a sale / enter a sale by hand`,
  'void-sale': `
    i recorded a sale by mistake / i want to cancel a sale that i recorded / how do i void a sale / take out a sale that i entered wrong`,
  campaign: `
    i want to make a campaign / how do i create a campaign / bring customers back / send an offer to customers /
    a campaign for those who left / send a promotion / call customers back`,
  campaigns: `
    which campaigns are running / see active campaigns / list of campaigns / what campaigns did i make`,
  'campaign-result': `
    did the campaign work / what is the result of the campaign / how did the campaign go / how many came back`,
  'edit-campaign': `
    extend the campaign / change when the campaign ends / change the campaign text / give the campaign a bigger budget`,
  'stop-campaign': `
    i want to stop the campaign / cancel the campaign / end the campaign / stop sending the campaign`,
  'why-message': `
    why was she sent this message / who sent that message to the customer / why did you message him /
    where does that message come from / why was the customer told`,
  'validate-voucher': `
    customer wants to use a voucher / a customer came with a voucher / how do i validate a voucher /
    i have a voucher here to validate / check a voucher / check this code {code} /
    is the voucher {code} valid / customer showed {code} / see if {code} is valid / use {code} /
    check {code} for a purchase of {amount_cents} / use {code} on a purchase of {amount_cents}`,
  'connect-smartpos': `
    i want to link my card machines / how do i connect my account / connect my machines / where do i put the keys /
    integrate with smartpos / set up the webhook / put in the api key`,
  'disconnect-smartpos': `
    stop getting sales from smartpos / remove the connection / undo the integration with smartpos / cut off smartpos`,
  pending: `
    sales that did not get in / is there a sale with a problem / what needs me / did some sale fail / sales that failed`,
  messages: `
    what the program sends to customers / which notices do customers get / show what is sent / i want to see the messages`,
  'edit-message': `
    i want to write the message my way / change what the customer gets / i want another text in the message / change the words of the message`,
  'quiet-hours': `
    no messages at night / at what time do messages go out / choose the hours of promotions / when do offers go out`,
};
