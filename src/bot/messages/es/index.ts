import type { ptBR } from '../pt-BR';
import { answers } from './answers';
import { channel } from './channel';
import { conversation } from './conversation';
import { counter } from './counter';
import { customer } from './customer';
import { email } from './email';
import { explain } from './explain';
import { human } from './human';
import { machines } from './machines';
import { campaignChange } from './campaign-change';
import { campaigns } from './campaigns';
import { exported } from './export';
import { history } from './history';
import { messaging } from './messaging';
import { notices } from './notices';
import { customers } from './customers';
import { personalData } from './personal-data';
import { pin } from './pin';
import { profile } from './profile';
import { referral } from './referral';
import { programChanges } from './program-changes';
import { reasons } from './reasons';
import { refusals } from './refusals';
import { report } from './report';
import { shop } from './shop';
import { simulate } from './simulate';
import { pending } from './pending';
import { smartpos } from './smartpos';
import { smallTalk } from './small-talk';
import { staff } from './staff';
import { texts } from './texts';
import { testSale } from './test-sale';
import { team } from './team';
import { why } from './why';
import { tills } from './tills';
import { vouchers } from './vouchers';

export const es: typeof ptBR = {
  ...conversation,
  ...customer,
  ...staff,
  ...programChanges,
  ...personalData,
  ...profile,
  ...referral,
  ...customers,
  ...simulate,
  ...report,
  ...exported,
  ...campaignChange,
  ...campaigns,
  ...why,
  ...vouchers,
  answers,
  channel,
  counter,
  email,
  machines,
  smallTalk,
  pending,
  smartpos,
  messaging,
  notices,
  shop,
  human,
  pin,
  team,
  history,
  explain,
  reasons,
  refusals,
  texts,
  testSale,
  tills,
};
