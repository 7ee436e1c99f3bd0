package io.guanxi.infra.system.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody outside who signs a company up, without a browser. */
public final class NewCompany {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningSystem system;
    private final String email;
    private final Visit visit;
    private String link;

    public NewCompany(RunningSystem system, String email) {
        this.system = system;
        this.email = email;
        this.visit = new Visit(system.url());
    }

    public String email() {
        return email;
    }

    public Visit visit() {
        return visit;
    }

    /** The link of the last mail. */
    public String link() {
        return link;
    }

    /** Sends the first form; what is answered to it. */
    public Answer ask() {
        Answer page = visit.get("/signup").expect(200);
        return visit.post("/signup", Form.of(page, "signup", Map.of("email", email), "send"));
    }

    /** Asks, and takes the link out of the mail. */
    public NewCompany receive() {
        Mailbox mailbox = new Mailbox(system, email);
        int before = mailbox.read().size();
        ask().expect(302);
        link = mailbox.await(before + 1).get(before).link();
        return this;
    }

    /** Sends the form about the company; what is answered to it. */
    public Answer fill(Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>(
                Map.of("name", "Company", "password", Tokens.DEMO_PASSWORD, "ownerName", "Ada Zq", "accepted", "on"));
        filled.putAll(values);
        Answer page = visit.get(link).expect(200);
        if (!page.text().contains("id=\"name\"")) {
            filled.keySet().removeIf(name -> !name.equals("password"));
        }
        return visit.post(link, Form.of(page, "company", filled, "create"));
    }

    /** Fills the form and waits until the company is ready. */
    public NewCompany complete(Map<String, String> values) {
        String progress = fill(values).expect(302).header("Location");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> visit.get(progress).expect(200).text().contains("data-progress=\"ready\""));
        return this;
    }
}
