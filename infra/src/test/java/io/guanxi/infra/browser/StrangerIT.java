package io.guanxi.infra.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The pages' side of the isolation matrix: every address with the other company's id, beside a made-up one. */
@BrowserTest
class StrangerIT {

    /** Every kind of address with an id in it; the id stands for {@code #}. */
    private static final List<String> OF_RECORDS = List.of(
            "/app/accounts/#",
            "/app/accounts/#?fragment=1",
            "/app/accounts/#?cursor=#",
            "/app/accounts/#/edit",
            "/app/contacts/#",
            "/app/affiliations/#",
            "/app/affiliations/#/edit",
            "/app/contacts/#/edit",
            "/app/contacts/new?account=#",
            "/app/accounts/new?parent=#",
            "/app/accounts?cursor=#",
            "/app/accounts?filter=parent==#",
            "/app/contacts?filter=account==#",
            "/app/contacts?fragment=1&filter=account==#",
            "/app/contacts/export?filter=account==#",
            "/app/accounts?filter=owner==#",
            "/app/accounts/import?file=#&name=x.csv",
            "/app/accounts/merge?ids=#+0123456789ABC",
            "/app/accounts/duplicates?cursor=50-#",
            "/app/orders/#",
            "/app/orders/#/edit",
            "/app/orders/new?account=#",
            "/app/order-lines?filter=order==#",
            "/app/order-lines/new?order=#",
            "/app/documents/#",
            "/app/documents/#/content",
            "/app/documents?filter=relatedId==#",
            "/app/search?q=#",
            "/app/jobs?cursor=#",
            "/app/jobs/#",
            "/app/jobs/#/errors");

    private final Desk desk;
    private final Api globex;
    private final String word = Samples.word();

    StrangerIT(Desk desk, RunningSystem system) {
        this.desk = desk;
        globex = system.partner("globex-partner");
    }

    @Test
    void anAddressOfAnotherCompanyShowsWhatAMadeUpOneShows() {
        String account =
                globex.post("accounts", Map.of("name", word)).expect(201).id();
        String contact = globex.post("contacts", Map.of("lastName", word, "account", account))
                .expect(201)
                .id();
        String affiliation = globex.post("affiliations", Map.of("title", word, "account", account, "contact", contact))
                .expect(201)
                .id();
        String order = globex.post("orders", Map.of("number", word, "account", account))
                .expect(201)
                .id();
        String document =
                globex.post("documents", Map.of("name", word)).expect(201).id();
        globex.request("PUT", "documents/" + document + "/content?fileName=" + word + ".txt")
                .body("text/plain", word)
                .send()
                .expect(200);
        String job = job();
        List<String> differences = new ArrayList<>();
        int pages = 0;
        for (String person : List.of("owner@acme.example", "sales@acme.example")) {
            Page page = desk.of(person);
            for (String id : List.of(account, contact, affiliation, order, document, job)) {
                String nothing = madeUp(id);
                for (String address : OF_RECORDS) {
                    String strange = shown(page, address.replace("#", id), id);
                    String made = shown(page, address.replace("#", nothing), nothing);
                    pages++;
                    if (!strange.equals(made) || strange.contains(word)) {
                        differences.add(person + " " + address + ": " + difference(strange, made));
                    }
                }
            }
        }
        System.out.println("BROWSER isolation: " + OF_RECORDS.size() + " kinds of addresses, " + pages
                + " pages with an id of the other company");
        assertThat(differences).isEmpty();
    }

    @Test
    void aRecordOfAnotherCompanyIsNotFound() {
        String account =
                globex.post("accounts", Map.of("name", word)).expect(201).id();
        Page page = desk.of("owner@acme.example");
        Response answer = page.navigate("/app/accounts/" + account);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1").textContent()).isEqualTo("This page is gone");
        assertThat(page.content()).doesNotContain(word);
        Page own = desk.of("owner@globex.example");
        assertThat(own.navigate("/app/accounts/" + account).status()).isEqualTo(200);
        assertThat(own.locator("h1").textContent()).isEqualTo(word);
    }

    private String job() {
        String job = globex.request("POST", "jobs?type=import&object=accounts&dryRun=true&fileName=" + word + ".csv")
                .body("text/csv", "name,employees\n" + word + ",many\n")
                .send()
                .expect(202)
                .id();
        Awaitility.await()
                .until(() ->
                        globex.get("jobs/" + job).json().path("status").asText().equals("succeeded"));
        return job;
    }

    /** Status and text of the page in the person's session, without the id itself and what differs in every answer. */
    private static String shown(Page page, String address, String id) {
        com.microsoft.playwright.APIResponse answer = page.request().get(address);
        String text = answer.text()
                .replace(id, "#")
                .replaceAll("(name=\"jakarta.faces.ViewState\"[^>]*value=\")[^\"]*", "$1")
                .replaceAll("nonce=\"[^\"]*\"|csp\\.init\\('[^']*'\\)", "nonce")
                .replaceAll("\\b[0-9a-f]{32}\\b", "trace")
                .replaceAll("\\d+ (second|minute)s? ago", "lately");
        return answer.status() + " " + text;
    }

    private static String difference(String strange, String made) {
        int same = 0;
        while (same < Math.min(strange.length(), made.length()) && strange.charAt(same) == made.charAt(same)) {
            same++;
        }
        return around(strange, same) + " but made up " + around(made, same);
    }

    private static String around(String text, int place) {
        return text.substring(0, Math.min(3, text.length())) + " …"
                + text.substring(Math.max(0, place - 60), Math.min(text.length(), place + 100));
    }

    /** As old as the real one; only its end differs. */
    private static String madeUp(String id) {
        String end = id.endsWith("7K2") ? "3M9" : "7K2";
        return id.substring(0, id.length() - end.length()) + end;
    }
}
