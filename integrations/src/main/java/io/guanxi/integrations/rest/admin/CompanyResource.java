package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.company.CompanySettings;
import io.guanxi.kernel.company.Logo;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.RecordNotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/** What a company is called, where it is, how its pages look and when it works. */
@Path("/v1/admin/company")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompanyResource {

    @Inject
    private CompanySettings company;

    @Inject
    private AccessPolicy access;

    @GET
    public Response read() {
        access.require(Feature.ADMINISTER);
        return Answer.ok(CompanyJson.write(company.read())).toResponse().build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(InputStream in) {
        access.require(Feature.ADMINISTER);
        Map<String, Object> given =
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object();
        company.change(CompanyJson.version(given), CompanyJson.read(given));
        return read();
    }

    @GET
    @Path("/logo")
    @Produces({"image/png", "image/jpeg", MediaType.APPLICATION_JSON})
    public Response logo() {
        access.require(Feature.ADMINISTER);
        Logo logo = company.logo().orElseThrow(RecordNotFound::new);
        return Response.ok(logo.content(), logo.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    @PUT
    @Path("/logo")
    @Consumes({"image/png", "image/jpeg", MediaType.APPLICATION_OCTET_STREAM})
    public Response putLogo(InputStream in) {
        access.require(Feature.ADMINISTER);
        // One byte more than allowed is enough to be refused with the reason.
        company.putLogo(RequestBody.read(in, RequestBody.SINGLE_LIMIT).bytes());
        return read();
    }

    @DELETE
    @Path("/logo")
    public Response removeLogo() {
        company.removeLogo();
        return Response.noContent().build();
    }

    /** The special days of a year, of this one when none is given. */
    @GET
    @Path("/days")
    public Response days(@QueryParam("year") String year) {
        access.require(Feature.ADMINISTER);
        if (year != null && !year.matches("\\d{4}")) {
            throw new InvalidQuery("invalidValue", "year", year);
        }
        int wanted = year == null ? LocalDate.now(company.read().zone()).getYear() : Integer.parseInt(year);
        return Answer.ok(Map.of(
                        "items",
                        company.days(wanted).stream().map(CompanyJson::write).toList()))
                .toResponse()
                .build();
    }

    @PUT
    @Path("/days/{date}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response putDay(@PathParam("date") String date, InputStream in) {
        Members members =
                new Members(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object(), Set.of("name", "works"));
        String name = members.text("name");
        boolean works = members.truth("works", false);
        members.throwIfAny();
        company.putDay(day(date), name, works);
        return Response.noContent().build();
    }

    @DELETE
    @Path("/days/{date}")
    public Response removeDay(@PathParam("date") String date) {
        company.removeDay(day(date));
        return Response.noContent().build();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new RecordNotFound();
        }
    }
}
