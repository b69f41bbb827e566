import { testLostAnswers } from "./support/lost-answers.ts";
import { startFake } from "./support/tuning-services.ts";

testLostAnswers(startFake);
