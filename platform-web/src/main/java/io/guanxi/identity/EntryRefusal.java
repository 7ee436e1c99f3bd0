package io.guanxi.identity;

import io.guanxi.kernel.session.Ending;
import java.util.Locale;

/** Why somebody whom the company knows is not let in now. */
enum EntryRefusal {
    /** The company lets nobody in from there. */
    ADDRESS(ApiAnswer.ADDRESS_REFUSED, ""),
    /** The person or an admin has ended the session. */
    ENDED(ApiAnswer.SESSION_OVER, "invalid_token"),
    /** Nobody used the session for longer than the company allows. */
    IDLE(ApiAnswer.SESSION_OVER, "invalid_token"),
    /** The log-in is longer ago than the company allows. */
    OLD(ApiAnswer.SESSION_OVER, "insufficient_user_authentication"),
    /** The person has to show a second factor. */
    FACTOR(ApiAnswer.SECOND_FACTOR_REQUIRED, "insufficient_user_authentication");

    private final ApiAnswer answer;
    private final String error;

    /**
     * @param answer of REST
     * @param error  code of RFC 6750 or RFC 9470 in the challenge; empty when another token would not help
     */
    EntryRefusal(ApiAnswer answer, String error) {
        this.answer = answer;
        this.error = error;
    }

    static EntryRefusal of(Ending ending) {
        return ending == Ending.IDLE ? IDLE : ENDED;
    }

    ApiAnswer answer() {
        return answer;
    }

    String error() {
        return error;
    }

    /** In addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the sentence that says so. */
    String code() {
        return "entry." + word();
    }
}
