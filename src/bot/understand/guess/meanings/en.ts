/** What words mean alike: `meaning: words`, a stem with `*`, words of one expression joined by `_`. */
export const en = `
see: see view show check look list display peek lookup read access pull_up
give: send give hand forward resend pass get_me
howmuch: how_much how_many what_amount amount
money: balance money credit credits bucks cash wallet dough funds $
have: have has had got left saved collected gathered accumulated racked stacked piled built_up
points: point points
cashback: cashback cashbacks money_back
voucher: voucher vouchers coupon coupons discount_code gift_card vouchr qr
code: code codes qr barcode
reward: reward rewards prize prizes gift gifts freebie freebies catalog catalogue perk perks goodie goodies treat treats
trade: trade swap exchange convert redeem_points turn_into change_for
use: use using used spend spending redeem cash_in cash_out apply knock_off take_off burn deduct discount off cover
pay: pay paying paid payment checkout
cancel: cancel* void annul undo kill scrap drop ditch discard revoke call_off invalidate regret
delete: delete* erase* remove* wipe purge clear forget forgotten get_rid destroy eliminate scrub
stop: stop quit unsubscribe enough end cease halt unsub block_me leave_me sick_of tired_of opt_out take_me_off no_more dont_want
message: message messages messaging text texts texting promo promos promotion promotions promotional offer offers ad ads advert adverts advertising spam deal deals special specials marketing newsletter notification notifications news updates
again: again back resume restart reactivate resubscribe once_more
receive: receive receiving get getting
data: data info information gdpr lgpd privacy details personal records
account: profile account registration details record sign_up register join_up
mine: my mine me
about: about regarding on_me hold keep store held stored
receipt: receipt receipts invoice slip nsu authorization docket ticket fiscal
bought: purchase purchases bought buy paid spent shopped order
missing: missing not_showing not_show did_not_come not_there not_arrive did_not_count not_counted did_not_get got_nothing never_came never_showed not_credited not_registered not_recorded not_appear no_points nowhere absent
forgot: forgot forget did_not_give did_not_ask never_asked did_not_take did_not_type did_not_tell not_ask_my
phone: phone number mobile cell telephone whatsapp contact
why: why reason how_come what_for
explain: explain* break_down understand math calculate* work_out walk_me_through clarify make_sense figure
less: less little only just small fewer lower tiny short
earn: earn earned earning gained gain won win get gave credited got
history: statement history transaction transactions activity entries movements log ins_and_outs ledger one_by_one
friend: friend friends sister brother mom mother cousin neighbor neighbour buddy mate coworker colleague family people someone roommate hostel husband wife
refer: refer* invite* invitation recommend* bring bringing share sharing introduce
link: link url
person: person human agent staff someone somebody manager owner people representative rep attendant employee operator guy girl lady support
talk: talk speak call chat contact reach ring phone_me
robot: robot bot machine ai computer
complain: complain* complaint problem issue
english: english
spanish: spanish espanol castellano
portuguese: portuguese portugues brazilian
language: language languages speak translate switch_to
help: help options menu commands command lost stuck assist cheat_sheet what_can
howworks: how_does how_it_works work works program programme loyalty scheme deal_with thing
rules: rules rule terms conditions
expire: expire* expiry expiration valid validity run_out good_for last_long how_long lapse
percent: percent percentage rate %
minimum: minimum least maximum limit
name: name called surname
email: email mail e_mail address &
birthday: birthday bday born birth birthdate
join: join enroll sign_up free_to_join participate
start: start begin set_up create open register onboard get_started from_scratch
shop: shop store bakery business company restaurant cafe place cnpj timezone
step: step steps setup configuration live ready missing done
smartpos: smartpos smart_pos
connect: connect* link_up integrat* hook_up plug* pair sync*
disconnect: disconnect* unlink unplug cut_off disintegrat*
machine: machine machines terminal terminals reader readers card_machine device devices pos
test: test* try trial
sale: sale sales sold revenue turnover
activate: activat* turn_on switch_on enable go_live launch start_giving
pause: paus* suspend* hold freeze halt put_on_hold hold_off turn_off switch_off
rule: rule rules
create: create make new add register set put
change: change* edit* alter* modif* fix adjust update reword rewrite customize amend switch
campaign: campaign campaigns
result: result results did_work perform* pay_off worth outcome go_well
cost: cost costs expensive simulat* what_if would spend_on
validate: validat* check verify burn use_up
record: record register enter log note ring_up charge key_in
void: void refund* reverse* return* cancel_sale
attach: link attach assign tie belongs
customer: customer customers client clients shopper shoppers
block: block* ban* bar blacklist unblock cheat* fraud* scam*
credit: credit add give bonus top_up
debit: debit take deduct subtract remove
text: text wording words phrase copy
night: night late early hours hour am pm time quiet silence morning
report: report summary numbers figures stats statistics overview
month: month week today yesterday january february march april may june july august september october november december year quarter
return: return* come_back came_back back_again retention buy_again buys_again repurchase repeat loyal cohort
export: export* spreadsheet excel csv download file accountant
team: team staff employees employee crew workers access
cashier: cashier cashiers clerk teller
manager: manager supervisor
left: quit left fired fire resigned no_longer let_go sacked laid_off gone revoke_access
hired: hired hire new_employee
key: key keys token api credential credentials secret
till: till pos register point_of_sale erp system
who: who
changed: changed touched messed edited deleted did modified altered audit log
undo: undo revert roll_back rollback mistake oops take_back
pending: pending outstanding waiting unresolved stuck needs_me sort_out
sent: sent texted messaged received got delivered
mode: mode counter automatic manual connected
pin: pin password
`;
