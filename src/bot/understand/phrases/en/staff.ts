import type { MorePhrases } from '../index';

/** What the shop's staff say, in many ways; `none` is what is said to colleagues and no wish. */
export const staffEn: MorePhrases = {
  'setup-start': `
    start / let us start / i want to start / start using it / i want to open my shop / open a store / register my shop / register my store /
    i want to register my company / create my shop / set up my shop from scratch / how do i start / i want to use this in my store / begin the setup`,
  status: `
    status / situation / where are we / where do we stand / how is the setup / how is the configuration going / what is missing / is anything missing / what is left to do /
    what is left to configure / next step / what is the next step / what is next / what do i do now / which step am i on / is setup finished /
    is everything ready / is everything all right / is the program on / is the program running / is it working / steps`,
  'connect-smartpos': `
    connect smartpos / connect to smartpos / link smartpos / integrate smartpos / integrate with smartpos / hook up smartpos / link the machines / i want to connect my machines / how do i connect the card machines /
    how do i link the terminals / connect the machines / connect the terminal / where do i put the keys / where do i enter the smartpos key / enter the smartpos key / i have the smartpos key / change the smartpos key`,
  'disconnect-smartpos': `
    disconnect / disconnect smartpos / turn off smartpos / turn off the integration / take out smartpos / remove smartpos / remove the integration / remove the connection /
    cancel the smartpos integration / unlink smartpos / end the connection / delete the smartpos keys`,
  terminals: `
    machines / card machines / my machines / terminals / see machines / list of machines / list the terminals / which machines do i have / which card machines are on / which machines showed up /
    any machine stopped / is any machine not selling / which machine went silent / is the machine working / is the terminal down / is the machine responding / last sale of each machine / which machine sold / machines by acquirer`,
  'test-sale': `
    test sale / test a sale / do a test sale / make a test sale / run a test sale / i want to test / test the machine / test the terminal / i am going to make a sale / i will make a sale to test /
    see if the sale arrives / check if the sale came in / check whether sales arrive / charge one real to test / sale test`,
  activate: `
    activate / activate it / activate the program / turn on / turn it on / turn on the program / switch on / turn everything on / you can turn it on / you can activate / you can start / make it count / go live / put it live /
    activate messages / turn on the messages / activate birthday messages / turn on cashback messages / reactivate / turn the program back on / resume / start giving cashback again /
    start sending messages again / activate anyway / turn it on anyway`,
  pause: `
    pause / pause it / pause everything / pause the program / pause messages / pause the messages / hold the messages / stop the messages for a few days / suspend messages /
    stop messaging customers / stop sending messages to customers / do not message customers anymore / turn off messages / stop giving cashback / stop giving points /
    pause earning / pause cashback / suspend cashback / stop everything / turn off the program / stop the birthday messages / give the program a rest`,
  rules: `
    rules / my rules / the rules / see rules / see the rules of the shop / list rules / list of rules / show the rules / what rules do i have / which rules are on / which rules are running /
    active rules / how are the rules / what is in force / rules i made / rules i created`,
  'add-rule': `
    create rule / new rule / add rule / i want to create a rule / register a rule / i want to make a rule / i want to give cashback / i want to give points / i want to give customers a discount /
    create a promotion / make a promotion / how do i create a rule / set up cashback / change the shop's cashback`,
  'pause-rule': `
    pause rule / pause a rule / pause rule {number} / pause the rule {number} / suspend rule {number} / turn off rule {number} / switch off rule {number} /
    deactivate rule {number} / disable rule {number} / stop rule {number} / hold rule {number} / rule {number} paused / turn rule {number} back on / bring back rule {number} /
    activate rule {number} / reactivate rule {number} / rule {number} should not count for now`,
  'delete-rule': `
    delete rule / delete a rule / delete rule {number} / delete the rule {number} / erase rule {number} / remove rule {number} / drop rule {number} /
    take out rule {number} / take rule {number} away / get rid of rule {number} / kill rule {number} / i do not want rule {number} anymore`,
  simulate: `
    simulate / simulation / simulate cashback / simulate a rule / how much would it cost / what would it cost / how much would i spend / what would i have given / what if i gave cashback /
    what if i gave {amount_cents} cashback / test a rule on past sales / test what it would cost / work out what it costs`,
  'edit-rule': `
    change rule / change a rule / edit rule / edit rule {number} / change rule {number} / change the rule {number} / alter rule {number} / modify rule {number} /
    fix rule {number} / change the value of rule {number} / in rule {number} / rule {number} is now`,
  'set-program': `
    settings / configure the program / adjustments / change settings / minimum to redeem / minimum redemption / voucher validity / how long a voucher lasts / how much of the purchase cashback pays /
    cashback limit per purchase / customer tiers / how long to claim a receipt / what happens on refunds`,
  campaign: `
    create campaign / new campaign / make a campaign / i want to make a campaign / campaign / send a promotion / i want to send a promotion to customers /
    message people who disappeared / win back customers / bring back those who stopped buying / campaign for those who have not bought in {number} days / voucher for people gone {number} days /
    send {amount_cents} to whoever has not come in {number} days / blast a message to everyone / send an offer to customers / bring lost customers back`,
  campaigns: `
    campaigns / my campaigns / see campaigns / list of campaigns / list campaigns / which campaigns are running / what campaigns do i have / any active campaign / active campaigns / how are the campaigns`,
  'campaign-result': `
    campaign result / result of campaign {number} / how did campaign {number} go / how is campaign {number} doing / did campaign {number} work / did campaign {number} pay off /
    was campaign {number} worth it / how much did campaign {number} sell / return of campaign {number} / how many came back with campaign {number}`,
  'stop-campaign': `
    stop campaign / stop campaign {number} / stop the campaign {number} / end campaign {number} / cancel campaign {number} / cancel the campaign {number} /
    finish campaign {number} / kill campaign {number} / you can stop campaign {number} / suspend campaign {number} / close campaign {number}`,
  'edit-campaign': `
    change campaign / change the campaign {number} / i want to change a campaign / edit campaign {number} / extend the campaign {number} / prolong campaign {number} /
    change the campaign end date / change the text of the campaign / raise the campaign budget / how do i change a campaign / reword the campaign`,
  'add-reward': `
    create reward / new reward / add a reward / register a prize / put up a prize / add a gift / add reward / reward {name} for {points} points / gift {name} {points} points /
    whoever collects {points} points gets {name} / trade {points} points for {name} / {points} points buy a {name} / put {name} in the catalog for {points} points`,
  rewards: `
    rewards / see rewards / rewards of the shop / list of rewards / which rewards did i set up / catalog / gifts in the shop / which prizes does the shop have`,
  'validate-voucher': `
    validate / validate voucher / validate a voucher / validate coupon / validate {code} / validate the {code} / validate the code {code} / check {code} / check this code {code} / check the voucher {code} /
    use {code} / use the voucher {code} / customer wants to use {code} / customer wants to use the voucher {code} / the customer has the code {code} / customer with voucher {code} / run {code} /
    is this code good {code} / is {code} valid / {code} purchase of {amount_cents} / {code} on {amount_cents} / the code {code} on a purchase of {amount_cents} /
    customer with code {code} purchase of {amount_cents} / validate {code} on a {amount_cents} purchase / validate {code} bill of {amount_cents} / code {code} total {amount_cents} / use {code} on {amount_cents}`,
  'record-sale': `
    record sale / enter a sale / note a sale / manual sale / i made a sale without the machine / cash sale / sale {amount_cents} {phone} / sale of {amount_cents} to {phone} /
    enter a sale of {amount_cents} for {phone} / ring up {amount_cents} for {phone} / record {amount_cents} for customer {phone} / sold {amount_cents} to {phone} / i sold {amount_cents} to {phone} /
    {phone} bought {amount_cents} / the customer {phone} spent {amount_cents} / cash sale {amount_cents} customer {phone} / note sale {amount_cents} phone {phone} / charged {amount_cents} to {phone}`,
  'void-sale': `
    void sale / refund sale / cancel sale / undo sale / void the sale {reference} / void sale {reference} / refund the sale {reference} / cancel the sale {reference} / reverse sale {reference} /
    annul sale {reference} / undo the sale {reference} / i entered sale {reference} wrong / i rang up {reference} wrong / return of sale {reference} / they returned purchase {reference}`,
  'link-sale': `
    link sale / link sale {reference} to {phone} / link the sale {reference} to {phone} / connect sale {reference} to customer {phone} / tie sale {reference} to phone {phone} / put sale {reference} on {phone} /
    sale {reference} belongs to {phone} / the sale {reference} is of customer {phone} / sale {reference} is for {phone} / assign sale {reference} to {phone} / sale {reference} customer {phone} / attach sale {reference} {phone}`,
  customer: `
    customer / see customer / find customer / look up customer / customer {phone} / see the customer {phone} / who is {phone} / data of {phone} / file of {phone} / record of {phone} / pull up {phone} /
    look up {phone} / find {phone} / search {phone} / how much does {phone} have / balance of {phone} / balance of customer {phone} / how many points does {phone} have / check {phone} / history of customer {phone} / {phone}`,
  'block-customer': `
    block customer / block {phone} / block the {phone} / block the customer {phone} / block this number {phone} / do not serve {phone} anymore / {phone} is cheating block / {phone} is a fraud block them / ban {phone} /
    ban the customer {phone} / stop {phone} from using it / unblock {phone} / unblock the customer {phone} / lift the block on {phone}`,
  adjust: `
    adjust balance / adjustment / make an adjustment / adjust {amount_cents} {phone} / adjust {amount_cents} on {phone} / adjustment of {amount_cents} on {phone} / give {amount_cents} to {phone} / give {amount_cents} of balance to {phone} /
    put {amount_cents} on {phone} / credit {amount_cents} to {phone} / add {amount_cents} to {phone} / add {amount_cents} cashback to {phone} / add {amount_cents} to the balance of {phone} /
    take {amount_cents} from {phone} / take {amount_cents} off the balance of {phone} / deduct {amount_cents} from {phone} / debit {amount_cents} from {phone} / give {points} points to {phone} / bonus of {amount_cents} to {phone} / adjust {phone} plus {amount_cents}`,
  messages: `
    messages / see messages / list of messages / which messages do you send / which messages does the customer get / what does the customer receive / automatic messages / message texts / see the texts /
    what is sent to customers / what do we send / show the messages / which messages are on / see message / message preview`,
  'edit-message': `
    change message / edit message / change the message text / change the welcome message / edit the birthday message / change the cashback text / write another come back message /
    i want to change what the message says / customize message / alter the voucher message / i want to word it my way / word the message differently / back to the original text`,
  'quiet-hours': `
    message hours / sending hours / what time do messages go / change message hours / quiet hours / hours {from} to {to} / from {from} to {to} / only send from {from} to {to} /
    messages only between {from} and {to} / no messages at night / do not send after {to} / only send after {from} / no messages before {from} or after {to}`,
  report: `
    report / see report / send me the report / month report / week report / today's report / yesterday's report / october report / summary / summary of the day / summary of the week / results / numbers of the month /
    the numbers of september / how was the month / how was yesterday / how is the month / how is the week going / how was last week / how are sales / how much did i sell / how much did i sell today / how much did we sell yesterday / sales of today / sales of the month /
    how much cashback did i give / how much was redeemed / how much did i spend on cashback this month / turnover / close of day / balance of the month / performance / statistics`,
  cohorts: `
    retention / return table / retention table / customers who came back / how many customers come back / how many came back / are customers coming back / do my customers return / repurchase / repurchase rate / return rate / customer loyalty /
    customers who buy again / of each month how many came back / cohorts`,
  export: `
    export / export sales / export customers / export data / download sales / download spreadsheet / spreadsheet / sales spreadsheet / i want a spreadsheet / send it in excel / customer list in excel / csv file / csv of the sales /
    generate csv / extract the sales / download the customer list / report in excel`,
  team: `
    team / my team / see team / team list / who is on the team / employees / my employees / staff / who has access / who can change things / who uses the system / who works here / registered cashiers / registered managers`,
  'add-staff': `
    add cashier / add manager / add employee / new cashier / new manager / add cashier {phone} / add {phone} as cashier / add {phone} as manager / put {phone} on the till / make {phone} a manager /
    register the cashier {phone} / i hired someone the number is {phone} / i hired a cashier {phone} / new employee {phone} / give access to {phone} / let {phone} in as cashier / put {phone} on the team / {phone} will be manager / promote {phone} to manager`,
  'remove-staff': `
    remove from team / remove employee / take off the team / remove {phone} / take out {phone} / take {phone} off / take {phone} off the team / remove {phone} from the team / remove access of {phone} / {phone} left the shop / {phone} does not work here anymore /
    i fired {phone} / i let {phone} go / delete {phone} from the team / revoke the access of {phone}`,
  shop: `
    shop / my shop / store / my store / shop details / shop settings / see shop / change shop name / change the name of the store / shop color / change the color / change time zone / time zone / timezone / change city / shop address / shop's cnpj /
    opening hours of the shop / language of the shop`,
  'voucher-mode': `
    voucher mode / how to validate vouchers / how are vouchers validated / change voucher mode / validate at the counter / counter validation / validate at the till / automatic validation / validate automatically /
    i want automatic vouchers / manual mode / counter mode / automatic mode / i want it validated by the connected till`,
  'audit-log': `
    history / history of changes / change history / who changed it / who touched it / who changed the rules / who did that / who did what / what changed / what was changed / latest changes / record of changes / log / change log / audit / audit trail / what did the team do`,
  undo: `
    undo / undo it / undo that / undo the last / undo the last change / undo what i did / go back / take it back / i made a mistake / i did it wrong undo / that was not it undo / put it back / put it back as it was / leave it as before / revert / revert the last change / cancel the last change`,
  pending: `
    pending / what is pending / is anything pending / anything pending / what is left to sort out / what do i need to sort out / what needs me / is something waiting / things to sort out / any problem to look at / sales with problems / vouchers to confirm`,
  'why-message': `
    why did the message not go / why was no message sent / why did the message not arrive / why did the message not go to {phone} / why did you not message {phone} / {phone} did not receive / {phone} got no message why / the customer {phone} did not get a message /
    the message of {phone} did not arrive / customer {phone} says they got nothing / why did {phone} get a message / what happened to the message of {phone}`,
  'till-keys': `
    till key / till keys / api key / api / generate key / create key / new key / key for the pos / integrate my till / integrate the pos / connect the till system / system key / delete till key / change the till key`,
  menu: `
    commands / what can i do / help / help me / options / list of commands / which commands`,
  none: `
    not opening tomorrow / we are closed today / going to lunch / going to the bank / be right back / the power is out / internet is down / lights went out / business is slow / busy day today / good luck / goods arrived / the supplier came / need to buy bread / out of change /
    the customer complained about the price / close the register / open the door / talk to me later / call me later / good work everyone / thanks / cheers / cool / all good here`,
};
