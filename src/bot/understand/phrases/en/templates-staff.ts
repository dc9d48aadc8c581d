/** Templates of what the staff say, where no phrase has it yet: `wish: template` on each line. */
export const templatesStaffEn = `
setup-start: (i am opening|i just opened|i own|i run|i have) (a new store|a bakery|a small shop|a salon|a restaurant) [and] (want to start|how do i kick it off|how do i begin|want to sign up|need to set it up)
status: (how far|where|which step) (are we|am i|did i get) [with the setup|in the setup|so far|now]
status: (what is|anything) (missing|left|next|still to do|not working|done) [to finish|before we open|in my program]
status: is (everything|it all|the program|my program) (working|running|fine|on|set up|ok)
connect-smartpos: (where|how) do i (put|enter|paste|type|link|hook up) (the smartpos key|the keys|my smartpos|smart pos|the credentials)
connect-smartpos: (link|hook up|connect|plug in|set up) (smartpos|smart pos|my machines to smartpos|the integration)
disconnect-smartpos: (cut|drop|end|remove|unlink|turn off) (the smartpos integration|smartpos|the smart pos link|the connection to smartpos)
terminals: (which|what|any) (machines|card machines|terminals|readers) (are on|are working|went quiet|stopped|are connected|sold today|are silent)
terminals: is the (stone|cielo|counter|back|pagbank) (machine|reader|terminal) (sending sales|working|on|alive)
test-sale: (i am about to|gonna|let me|i want to|the cashier is about to) (run a card|swipe one real|do a test sale|ring up a test|make a sale) (to test|can you watch|tell me if it arrives|and see if it gets there|now)
test-sale: (check|watch|see|tell me) (if|whether|that) (a sale|my sale|the next sale) (arrives|gets through|comes in|shows up)
activate: (all good|everything is ready|we are ready|ok) (go live|switch it on|start it|turn it on|launch)
activate: (turn|switch|get|set) the (program|cashback|loyalty program) (on|going|live|running) [now|anyway|please]
pause: (stop|hold|pause|freeze|suspend|halt) (everything|the program|the cashback|earning|all messages|the birthday messages|messages|the campaign messages) [for now|for a while|until monday|till further notice]
rules: (show|list|tell|give) [me] (the rules|my rules|all the rules|which rules) (are live|i have|that are on|in force) [now]
pause-rule: (disable|suspend|pause|hold|freeze|turn off|switch off|park) (rule {number}|the {number} rule|rule number {number}) [for now|a while]
pause-rule: put rule {number} (on hold|on pause|to sleep)
pause-rule: [can you] (switch|turn) rule {number} off (temporarily|for now)
delete-rule: (delete|remove|scrap|drop|get rid of|erase|kill) (rule {number}|the {number} rule|rule number {number}) [please|for good|i do not want it anymore]
simulate: (what|how much) would (it|that|this) cost (me|us) (if i gave|to give|giving) [more|less] (cashback|points|back)
campaign: (send|give|offer) {amount_cents} to (people|customers|those|whoever) (we have not seen|who have been away|who disappeared|gone|not buying) [for] {number} days
campaign: (tell|text|message|let) (all my customers|my vips|everyone|regulars|the birthday people) [know] (there is|about|that we have) (a discount|twenty percent off|a promo|an offer|a sale) [this week|today]
campaign: (run|make|launch|start|set up|plan) (a campaign|a promo|an offer) for (lost customers|people who left|birthdays this month|my best customers|inactive ones)
campaigns: (what|which) campaigns (are running|are on|do i have|did i make|are active)
campaign-result: (did|how did|how is) campaign {number} (work|go|doing|do|perform|pay off|bring anyone back)
campaign-result: (what|how much) did campaign {number} (bring in|earn|cost|give|return)
stop-campaign: (stop|end|cancel|kill|finish|call off) campaign {number} [now|right now|please|today]
add-reward: (put|add|place) a {name} (in the catalogue|to the rewards|on the list|in the prizes) (for|at|costing) {points} points
add-reward: {points} points (gets you|buys|is|for|earns) a {name}
add-reward: (new|add|create) (reward|prize|gift) {name} [for|at|with|costing] {points} (points|pts)
validate-voucher: (validate|check|use|use up|apply|accept|redeem|burn) [the|this] (voucher|coupon|code) {code} [for me|for a customer|please]
validate-voucher: (voucher|coupon|code) {code} (on|for|bill|total|purchase of|came to) {amount_cents}
validate-voucher: (the customer|a lady|someone|this guy) (brought|has|shows|showed me|wants to use) [the|a] (voucher|coupon|code) {code} [is it good|ok]
validate-voucher: is voucher {code} still (ok|good) or expired
record-sale: {phone} (spent|bought|paid|left|took) {amount_cents} [in cash|today|at the counter]
record-sale: (ring up|enter|log|record|add|put|note|register) [a sale of|a purchase of] {amount_cents} (for|to|on|under|by) [customer|number|phone] {phone}
record-sale: (sold|sale|cash sale|purchase) [of] {amount_cents} (to|for|by|in the name of|under) [customer] {phone}
record-sale: (charge|bill) {amount_cents} to [the name of|customer|number] {phone}
void-sale: (refund|void|reverse|cancel|undo|take back|give back) [the] (sale|purchase|transaction|nsu) {reference} [i rang it up wrong|customer returned it|please]
void-sale: (sale|purchase) {reference} (was cancelled|was a mistake|came back|was returned|is wrong) [take it back|undo it|void it]
link-sale: (purchase|sale|receipt|nsu) {reference} (belongs to|is from|was|is of|goes to|was made by) {phone}
link-sale: (link|tie|attach|assign|move|put) (sale|purchase|nsu|receipt) {reference} (to|with|on|under|for) [customer|number] {phone}
customer: (who is|look up|pull up|find|show|open|search|see|check) [customer|the record of|client|number] {phone} [for me|please|before i decide]
customer: how (much|many points) (does|has) {phone} (have|got|hold) [in cashback]
customer: (history|record|profile|file|balance|details) (of|for) [customer|client|number] {phone}
block-customer: (block|ban|stop|bar|shut out) [customer|this number|number] {phone} [he is cheating|she is cheating|from earning]
block-customer: {phone} (is cheating|is a fraud|is abusing it|scams us) (ban them|block him|block her|stop him)
block-customer: (do not|never) let {phone} (earn|get|win) (cashback|points|anything) (anymore|again)
adjust: (give|add|credit|put) {amount_cents} (to|on|for) [customer] {phone} [because the order was late|as a courtesy|as an apology|reason {reason}|for the trouble]
adjust: (take|remove|deduct|subtract|debit) {amount_cents} (off|from) [the balance of] {phone} [entered wrong|it was a mistake|reason {reason}|it was counted twice]
adjust: deduct {amount_cents} from {phone} balance
messages: (which|what) [automatic] messages (do you send|go out|do customers get|are there)
edit-message: (change|rewrite|reword|edit|swap|replace) the (text|wording|words) of [the message about] (the welcome|birthdays|expiring balance|the voucher message|the come back message)
edit-message: (change|rewrite|reword|edit|swap) the (welcome|birthday|expiring|voucher|come back|reward) (text|message|notice)
edit-message: (change|edit) the message (that goes|sent|customers get) when (the balance expires|they earn|a voucher is made|it is their birthday)
quiet-hours: (only send|send|messages|sending hours|texts) [messages] (from|between) {from} (to|and|until|till) {to}
quiet-hours: (do not|never) (bother|text|message) anyone before {from} or after {to}
report: (how much|what) did (i|we) (sell|make|take in) (today|yesterday|last week|this month|last month|in october|this week)
report: (how was|how is|how did we do|numbers for|report for|results for|totals for|summary of|figures for|sales) (today|yesterday|last week|this month|last month|in october|this week) [going|so far]
report: (today|yesterday|last week|this month|last month|in october|this week) (report|numbers|totals|summary|results|sales)
cohorts: (how many|what share of|are) [my] customers (coming back|come back|return|buy again|stay)
cohorts: (retention|return|repeat) (table|rate|numbers)
export: (download|export|send me|i want|get) (the sales|my customers|customer list|the sales of the month|a spreadsheet|a csv|everything in excel) [as a file|as a spreadsheet|in csv]
team: (who|which people) (is on|can use|has access to|works in|are in) (the team|this|the system|the bot) [besides me|right now]
team: (remind me|list|show me|tell me) who (has access|is on the team|can use this|works here|my employees are)
team: (list|show) (the staff|my staff) and (their roles|what each can do)
add-staff: (put|add|make|set up|register) {phone} [as|on the till as|to the team as|to be] [a|an|the] (cashier|manager)
add-staff: (new|hired a|i have a new|we got a new) (cashier|manager) {phone}
add-staff: (my partner|my wife|my brother|my son|ana) {phone} (is|will be|becomes) [a|an|the] (cashier|manager) [too|now|from today]
remove-staff: (fired|let go|remove|take|kick) {phone} [from the team|take him off|off the team|from the staff|out of the system]
remove-staff: {phone} (does not work here anymore|left|quit|was fired|is no longer with us|is out)
shop: (change|edit|fix|update|see|show) the (shop name|name of the shop|time zone|store details|shop details|address of the shop|city)
shop: (i want|i need) to change the (name of my shop|shop name|store time zone|time zone|address)
voucher-mode: (vouchers|coupons|i want vouchers) (taken off by themselves|redeemed by themselves|used automatically|redeem automatically|come off on their own) (at the sale|with the sale|when they pay)
voucher-mode: (have|make|let|set) (vouchers|the vouchers|coupons) (redeem|go|work|be validated) (automatically|at the counter|by the till|manually) [with the sale]
voucher-mode: (the till|our system|the pos) (will validate|validates|checks) (vouchers|the codes) [itself|through the connected system]
audit-log: who (changed|touched|did|edited|deleted|paused) (what|this|that|the rules|it)
audit-log: (i want to see|show me|list|see) (every change|all changes|the change history|what was changed|the log) [made this week|and by whom|lately]
undo: (undo|revert|roll back|go back on|take back) (that|the last change|what i just did|my last change|it) [please|i made a mistake]
undo: (oops|my bad|wrong one|i messed up) (undo|undo that|put it back|take it back)
edit-rule: (change|make|set|edit) rule {number} (to|only for|last|give|pay)
pending: (is there|anything|do i have anything|what is) (waiting|pending|to approve|needing me|stuck) [for my approval|on my side|today]
why-message: (why|how come) (did not|did) {phone} (get|receive) (the message|a message|anything|that)
why-message: did the message (to|for) {phone} (arrive|get there|go out)
till-keys: (i want|generate|give me|create|need) (a key|an api key|a token|a pos key) [for] (the till|the pos|our system|the checkout)
none: (ok|great|perfect|thanks|cool|nice) (great|a lot|then|boss|team|thanks)
none: (what a|such a) (busy|slow|crazy|long) (day|week|morning)
none: (balance|points|cashback) {number}
activate: (alright|ok|right) [then] [deep breath] (go live|let us go live|switch it on|start it up)
activate: (activate|start|turn on|switch on) it (anyway|regardless|all the same) [i do not care about the test sale|without the test sale|skip the test]
setup-start: (i would like|i want) to (register|sign up|enrol|enroll) my (gym|shop|cafe|store|salon|restaurant) [please]
setup-start: (let us|time to) (set the thing up|set it up|get this set up|get started with the setup)
setup-start: (let us|i want to) get started [with my shop]
setup-start: (how do i get going|get me started) (with this loyalty thing|please)
status: (give me|i need) a (quick|short) status [of the program|of the setup]
status: how much (of this|of the setup) (have i done|is done|is left to do|is there left)
report: (kpis|metrics|numbers|figures) for (this month|last month|this week|yesterday)
report: (tell me|show me) how (sales|business|the shop) (were|was|went) (yesterday|last week|today)
audit-log: who (has been changing|changed|has been touching|messed with) (things|the rules|the settings|stuff) [lately|this week|yesterday]
pending: (any|are there any) (customer questions|questions|customers|requests) (we have not answered|waiting|still open|unanswered)
shop: (show me|what are|let me see) (my shop details|the details of my shop|our shop details|our store info)
shop: what (info|data|details) (have you got|do you have) (on|about) (our|my) (store|shop) [tax number and so on]
edit-message: (can i|i want to|let me) (edit|change|reword) what (we say|you say|the bot says) when (the balance is about to expire|someone has a birthday|a new customer joins|they earn cashback)
activate: turn the (birthday|welcome|thank you|reminder) messages back on
quiet-hours: (do not|never) (message|text|write to) (anyone|customers|people) before {from} or after {to}
quiet-hours: only (let it|) (write|message|text) to customers (from|between) {from} (till|to|and) {to}
cohorts: show me (return|repeat|retention) by (month of first purchase|first purchase|month)
cohorts: (how many|which) (come back|return) by month of (first purchase|joining)
void-sale: (i charged|we charged) (her|him|them|someone) twice [cancel the sale with] nsu {reference}
link-sale: {reference} is (the sale of|for|from) {phone} (hook it up|link it|put it on them)
customer: there is (a gentleman|a lady|someone) here {phone} (wanting to know|asking) [what he has|if they have anything] have a look
undo: (no no no|oh no) that is not what i meant (reverse|undo|take back) (it|what i just did)
undo: (wait no|oops) take that back
menu: what (all|things) can i ask you [for] [make me a list|give me a list]
set-program: (vouchers|coupons) (should|must|will) (run out|expire|end) {number} days after (they are issued|they are made|issue)
set-program: never let cashback pay more than (half|{number}) of a purchase
set-program: if they return something and the cashback (is|has been|was) (already|) (spent|used) (forgive it|make it a debt|let it go)
none: (can you|please) (pay|print|order|fix) (my electricity bill|payslips for my employees|more cups|the coffee machine)
none: (can i|could i) swap (shifts|my shift) with (the new girl|someone|the kid)
none: the (coffee machine|air con|toilet|fridge) is broken [again]
none: no need to (refund|void) (the sale|that sale) (she kept it|he kept it)
none: i do not want to (export|download) anything
report: how many customers (do i have|do we have)
report: how much cashback (do i owe|have i given) [my customers]
report: [boss wants to know] what came in (yesterday|last week) (through the loyalty thing|with the program)
export: who are (my|our) best customers
export: which customers buy the most
status: how do i connect (the shops whatsapp|our whatsapp|the whatsapp of the shop)
status: is anything (broken|wrong) on your end
disconnect-smartpos: take smartpos off my shop for good
test-sale: i want to do a (trial|test) sale
test-sale: (let us|can we) (try|run) a (pretend|fake) purchase
pause: (we are|we will be) (shut|closed) for two weeks put the (whole|) program on hold
campaign: i want to send {amount_cents} to the people who have not been in for two months
shop: show me my shop (details|info)
voucher-mode: (our|the) till talks to you (over the internet|) now use that for vouchers
pending: which vouchers do i still have to confirm
voucher-mode: vouchers are done our own way on paper set it to manual
record-sale: rang up {amount_cents} for {phone}
`;
