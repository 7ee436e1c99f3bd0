package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import java.util.function.BiFunction;

/**
 * One way to name an id in one operation.
 *
 * @param route   the operation, as {@code GET /v1/{object}/{id}}
 * @param where   where in the request the id stands
 * @param success status when the id is the caller's own and the caller may do it
 * @param send    sends the request with the ids given
 * @param admin   whether only those who run a company may do it
 */
record Probe(String route, String where, int success, BiFunction<Api, Ids, Answer> send, boolean admin) {

    Answer send(Api caller, Ids ids) {
        return send.apply(caller, ids);
    }

    @Override
    public String toString() {
        return route + " (" + where + ")";
    }
}
