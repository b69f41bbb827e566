import { testLostAnswers } from "./support/lost-answers.ts";
import { startOwn } from "./support/tuning-services.ts";

testLostAnswers(startOwn);
