package io.guanxi.integrations.rest.idempotency;

import io.guanxi.integrations.rest.json.JsonOutput;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A successful answer in a form that can be stored and given again.
 *
 * @param location where what was made is found; null when nothing was
 * @param etag     entity tag of the record in the body; null when there is none
 * @param body     JSON in UTF-8
 */
public record Answer(int status, String location, String etag, byte[] body) {

    public static Answer of(int status, String location, String etag, Object body) {
        return new Answer(status, location, etag, JsonOutput.write(body));
    }

    public static Answer ok(Object body) {
        return of(200, null, null, body);
    }

    public Response.ResponseBuilder toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        return response;
    }
}
