/** Templates of what customers say: `wish: template` on each line. */
export const templatesCustomersEn = `
balance: [so] (what|how much) (have i got|do i have|is there|is sitting|is left|is waiting|have i built up|did i rack up) (in my account|on my card|in there|for me|in cashback|in points|to spend|so far|right now)
balance: (any|got any|is there any|do i have any) (cashback|credit|points|money|balance) (left|on me|on my account|with you|i can use|waiting for me|to use)
balance: (has|did) my (cashback|reward|points|credit) (land|landed|show up|come through|clear|cleared|get added|post) [yet|already|from yesterday]
balance: (when|how soon|what day) (do|will|does) my (points|cashback|balance|credit) (expire|run out|go away|lapse|disappear)
balance: am i (about|going) to lose (any|some|my) (points|cashback|credit)
balance: how am i doing (for|on|with) (points|cashback|credit)
balance: what is (usable|available|pending|ready|mine) [right now|today|for me]
statement: (show|give|send|let me see|pull up|can i get) [me] (a list|the log|a breakdown|a record|the history|a rundown) of (my points|my cashback|my earnings|what i earned|my purchases|everything on my account|all my movements|what came in and went out)
statement: [my] (last|latest|recent|past) [few|{number}] (movements|transactions|entries|purchases|earnings|rewards) [please]
statement: (how|where) did (i|my points|my cashback) (earn it all|get spent|go|come in|get used) (over time|this month|one by one|so far)
statement: (what|which) (did i|have i) (earned|used|spent|redeemed) (and when|by date|each time|lately|in the last weeks)
statement: review what (was credited|i was given|got added) since i (joined|signed up|started)
statement: [can i] (scroll|look) back (through|over) my older earnings
statement: (credits and debits|ins and outs) (of my account|please)
statement: (give|send) me (a passbook|a bank statement) (view|list)
explain: (how|why) (was|is|did) (this|that|my reward|my cashback|the amount|the number) (worked out|calculated|so low|so small|less than usual|come about|only that)
explain: (walk|talk) me through (the math|my last reward|this amount|how you got that|the cashback on my last purchase)
explain: (i spent|i paid|i bought for) {amount_cents} (and got|but earned|and only earned|and received) (nothing|peanuts|hardly anything|so little|no points) [what happened|how come|why]
explain: (where|from what) (do|did) (these|those|the) (points|cashback|credits) come from
explain: (that|this|my reward|it) (looks|seems|is|feels) (off|wrong|too low|short|less than it should be|not right)
explain: (should not|should) it (be|have been) more
explain: what is the (reason|logic|calculation|math) behind (this|that|my cashback|my points|{amount_cents})
explain: (last|my) (purchase|visit|order) (gave|got|earned) me (no points|nothing|less) (why|how come)
redeem: (put|use|apply|throw|knock|take) {amount_cents} (towards|toward|off|against|from) (my bill|my purchase|this|my order|what i owe|my total|the total|my balance)
redeem: (i want|i would like|i am ready|let me|can i|could i|time) to (use|spend|cash in|burn|redeem|blow) (my cashback|my credit|my balance|everything|all of it|what i have saved|it)
redeem: (can|could|may) i (pay|settle|cover this|cover my bill) (with|using|out of) my (credit|cashback|balance|points money|savings here)
redeem: (make|give|get|issue|print|send) me a (voucher|coupon|code|discount) (for|worth|of) {amount_cents}
redeem: (turn|convert|change) (my cashback|my balance|{amount_cents} of it|it all) into a (voucher|coupon|code|discount)
redeem: i am (at the register|at the counter|paying|in line|about to pay) (and want to use|can i use|let me use) my (cashback|credit|balance)
redeem: {amount_cents} (off|discount|of my cashback|from my balance|as a coupon) (please|now|today|thanks)
rewards: (what|which) (gifts|freebies|prizes|rewards|goodies|stuff|items) (can i get|are there|do you have|can i pick|are on offer|do points buy) [with points|for points|with my points]
rewards: (is there|do you have|have you got|can i get) (something|anything|a mug|a bag|a shirt|a freebie|a gift) (i can get with|for|in exchange for|to swap for) (points|my points)
rewards: show [me] (what you are giving away|the things|what i can get|the list|the catalogue|the rewards) (for points|this month|i can claim|i can afford)
rewards: how many points (for|do i need for|does it take to get|is) (the free one|a free coffee|the mug|a prize|the gift|a reward)
rewards: (swap|trade|exchange|turn) (my points|points|them) (for|into) (something|a gift|a prize|stuff|products)
vouchers: (which|what|how many) (vouchers|coupons|codes) (do i have|are mine|have i got|are still open|can i still use)
vouchers: (where|how) (is|do i find|can i see|do i get back) (my voucher|my coupon|the code|the one i made|my codes|the qr)
vouchers: (send|show|resend|text) me (my voucher|the voucher|my coupon|the code|the qr) (again|one more time|please|i lost it|i deleted it)
vouchers: (is|does) (my voucher|my coupon|the code) (still good|still work|still valid|expired|used already)
vouchers: (i do not want to cancel|before i cancel|not cancelling) (anything|one) just (show|tell me|see) (which vouchers|what coupons|my vouchers) [i have]
vouchers: voucher i (made|got|generated|received) (yesterday|last week|before|the other day) (where is it|is gone|vanished|can not find it)
vouchers: check if i have (a voucher|vouchers)
cancel-voucher: (cancel|kill|void|scrap|drop|undo|get rid of|take back) (the|my|that|this) (voucher|coupon|code) [i made|please|by mistake|and give me my balance back]
cancel-voucher: (cancel|kill|void|scrap|drop|undo) [voucher|coupon] {code} [please|and put the money back|i will not use it]
cancel-voucher: (i will not|i am not going to|not gonna) use (the voucher|that coupon|{code}|it) (put it back|return the money|cancel it|anymore)
cancel-voucher: (changed my mind|made a mistake|wrong amount) (on the voucher|with the coupon|about {code}) (cancel it|undo it|give it back)
claim-sale: (receipt|slip|invoice|nsu|auth code|authorization|ticket|ref) {reference} [of|for|total|came to|it was] {amount_cents}
claim-sale: {amount_cents} (receipt|slip|invoice|nsu|auth code) {reference}
claim-sale: (forgot|did not get|never got|nobody asked) to (give|say|enter|ask for) my (number|phone) (at the register|at checkout|when i paid|so no points) [can i still get the points]
claim-sale: (my purchase|my order|what i bought|my visit|yesterdays shopping|todays sale) (is missing|is not there|does not show|did not count|was not recorded|never appeared|is nowhere)
claim-sale: (add|register|log|submit|claim|enter|scan) (a receipt|my receipt|this purchase|a purchase|my slip|the ticket)
claim-sale: i (have|kept|got) the (receipt|slip|ticket) (what do i do|how do i claim it|can you add it|can i get the points)
claim-sale: (popped|came) in (earlier|this afternoon) paid {amount_cents} slip number {reference} (could you put that under my name|can you add it)
profile: (put|set|change|fix|update|correct) my name (to|as|into) {name}
profile: (my name is|i am called|people call me|call me|the name is|i go by|it is spelled) {name}
profile: (you have|you got|you spelled) my name wrong [it is] {name}
profile: (change|update|set|here is|add|note down|my new) [my] (email|mail|e mail) [is|to] {email}
profile: (my birthday|my bday|birthday|i was born|born|my date of birth) [is|on|falls on] (july {number}|{number}|the {number} of march|{number} may)
profile: (change|update|fix|edit|complete|fill in|see) my (details|profile|info|registration|data)
profile: (my cpf|cpf number|tax id|the cpf) [is] {cpf}
profile: (sign me up|i want to register|how do i sign up|i would like to join|register me|enroll me)
profile: (sign|put) me (up|on) (for|to) this loyalty thing
referral: (what do i get|is there a bonus|do i earn|is there anything) (for|if|when) (bringing|i bring|inviting|i invite|referring|i recommend) (a friend|someone|my sister|a coworker|people|my mom)
referral: (my|send me my|give me a|where is my|what is my) (referral|invite|invitation|friend) (code|link)
referral: (how do i|i want to|can i) (invite|refer|recommend|bring) (a friend|friends|someone|my neighbor|people)
referral: do you have a referral program
program: (how|in what way) does (this|it|the cashback|the program|the points thing|the loyalty thing) (work|function)
program: (what|how much) (percent|percentage|share|cashback|money) do (i|you|people) (get back|earn|give back|receive) [per purchase|on purchases|roughly]
program: (if i spend|when i buy for|spending) {amount_cents} (how much|what) (do i|would i|will i) (get back|earn|receive)
program: (do|does|will) (it|i|paying|my purchase) (count|earn|work|get points) (if i pay|when i pay|paying) (with pix|by card|in cash|with debit|with credit)
program: (which days|what days|when|what time) (give|gives|has|pay) (more cashback|better cashback|double points|the most)
program: (tell me|explain|what is) (about|the deal with|all about|this) [the] (program|loyalty|cashback|points|club|thing) [i am new here|first time here]
program: (is there|do i need|what is) (a minimum|a fee|a cost|a catch) (to earn|to join|to take part|to get points)
opt-out: (stop|quit|enough) (texting|messaging|spamming|bugging|writing|sending|with the) (me|promos|offers|ads|these messages|stuff) [please|already|now]
opt-out: (take|remove|get|cut) me (off|out of|from) (this list|the list|your list|your mailing|here|the promotions)
opt-out: (i do not want|no more|i am done with|i am tired of|sick of) (your messages|these ads|promotions|the promos|offers|spam|texts|notifications)
opt-out: (turn off|switch off|mute|disable|cancel) (the notifications|notifications|promotional messages|the alerts|the offers|my subscription)
opt-out: (no more|stop the) (offers|promos) [any more] my phone keeps buzzing
opt-in: (turn|switch) (the notifications|the offers|messages|promos) (back on|on again)
opt-in: (i want|i do want|send me|i miss|i would like) (the promos|your offers|the promo messages|the deals|news|your messages) (after all|again|back)
opt-in: (put me back on|add me to|sign me up again for|i am back on) (the list|the offers|promotions|your list)
opt-in: (you can|feel free to|please) (message|text|write|send) me (offers|promos|again|as before|news again)
my-data: (what|which) (data|info|information|details|records) (do you|are you) (have|keep|keeping|store|storing|hold) (about me|on me|of mine|under my name)
my-data: (i want|send me|give me|can i get|i request) (a copy of|a file with|access to|an export of) (my data|my info|everything you know about me|what you hold on me)
erase-data: (wipe|erase|delete|remove|destroy|purge|get rid of|scrub) (my data|all my data|my number and cpf|my name and phone|everything about me|my account|my profile|my info|me) [from your records|from your system|for good|please|completely]
erase-data: (i want|please make) (to be forgotten|my account gone|my account closed|my data gone|you to forget me)
human: (i want|i need|let me|can i|could i|get me|put me through) to (speak|talk|chat) (to|with) (a person|a human|someone|somebody real|the manager|the owner|staff|an employee)
human: (is anyone|anybody|is somebody|someone) (there|around|real there|available|at the shop) [to help me]
human: (get|call|send|fetch) (me|in|over) (the manager|a real person|a human|someone from the shop|the owner|an attendant)
human: (i have a problem|something went wrong|i have a complaint|my order came wrong|i was overcharged) (need help|can someone help|who do i talk to|i want to talk to someone)
human: (call me|ring me|phone me|can someone call me) [back|please|when you can]
human: (get me a|i want a) (rep|representative) [please]
language: (speak|talk|write|answer|reply|switch|change) [to me|it] [in|to] (english|portuguese|spanish) [please]
language: (sorry|apologies) my (portuguese|spanish) is (bad|awful) can we do english
menu: (what|which things) (can|could) (you|i) (do|ask|say|get) [here|in this chat]
menu: (show|give|list) [me] (the menu|the options|all options|the commands|what i can do)
menu: (i am lost|i do not know what to say|no idea how this works here|help me out here)
none: (my|the) (phone|battery|dog|car|bus) (died|got wiped|broke|is late|deleted all my photos) [ugh|today]
none: (do|have) you (have|got|sell) (this|these|the shoes|a size|it|any) (in blue|in size ten|in stock|in large|for kids)
none: (never|do not ever|please do not) stop (sending|texting) (the promos|those promos|me offers|me) [i love them]
none: (so|it is so|really) (hot|cold|busy|nice|rainy) (today|out there|in here)
none: (what time|when|until when) (do you|does the shop|are you) (open|close|closed) [today|on sunday]
explain: i did not get my cashback from yesterday
explain: how did you work out the points on my last (purchase|visit)
explain: bought (something|it) this morning and got zero why is that
explain: the (math|maths) (on|of) (that|the last one) looks off
explain: (my cousin|my wife) (got|received) more (than me|than i did) for the same
explain: why is (mine|my cashback) (less|lower) (than hers|than his)
explain: is that all (the cashback|the points) [for {amount_cents}]
rewards: got (loads of|many|some) points show me what they buy
rewards: (do you have|is there) a list of the (prizes|gifts) [for my kid]
program: could you explain the rules of the scheme
none: my cat just sat on the keyboard
none: i would rather not (spend|use) (my cashback|anything) [today]
none: (never|i never) (said|say) (i wanted to unsubscribe|to unsubscribe)
none: (babe|honey) (i am running late|start without me)
none: (who won|what was the score of) (the match|the game) [last night]
none: (no|nah) i do not need (a human|a person) [sorted now]
none: (got|have you got) (these|those) (sandals|jeans) in size {number}
balance: (cashback|balance|money|points) (remaining|left)
balance: [just] (wondering|wondered) (what|how much) it has come to
balance: (how is|what about) my (stash|pot) [looking]
balance: (will|when will) (the pending|the pending bit) (be usable|be spendable)
balance: (the girl|the lady) (said|told us) (we would|i would) be getting a bit back what has it come to
balance: (i want to know|tell me) about my money back
cancel-voucher: (can|could) you cancel the (coupon|voucher) i just got
cancel-voucher: (plans changed|change of plans) (void|cancel) (my|the) voucher
`;
