package io.guanxi.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.web.shell.Route.Page;
import org.junit.jupiter.api.Test;

class RouteTest {

    @Test
    void everyObjectHasTheSamePages() {
        assertThat(Route.of("/accounts", false)).contains(new Route(Page.LIST, "accounts", ""));
        assertThat(Route.of("/accounts/new", false)).contains(new Route(Page.EDIT, "accounts", ""));
        assertThat(Route.of("/accounts/import", false)).contains(new Route(Page.IMPORT, "accounts", ""));
        assertThat(Route.of("/accounts/0H3KZ5Q8R4T2V", false))
                .contains(new Route(Page.RECORD, "accounts", "0H3KZ5Q8R4T2V"));
        assertThat(Route.of("/accounts/0H3KZ5Q8R4T2V/edit", false))
                .contains(new Route(Page.EDIT, "accounts", "0H3KZ5Q8R4T2V"));
    }

    @Test
    void theGrowingPartOfAPageIsAFragment() {
        assertThat(Route.of("/accounts", true)).contains(new Route(Page.ROWS, "accounts", ""));
        assertThat(Route.of("/accounts/1", true)).contains(new Route(Page.CHANGES, "accounts", "1"));
        assertThat(Route.of("/search", true)).contains(new Route(Page.SUGGESTIONS, "", ""));
    }

    @Test
    void withoutAnObjectThereIsTheHomePage() {
        assertThat(Route.of(null, false)).contains(new Route(Page.HOME, "", ""));
        assertThat(Route.of("/", false)).contains(new Route(Page.HOME, "", ""));
        assertThat(Route.of("/jobs/7/errors", false)).contains(new Route(Page.JOB_ERRORS, "", "7"));
    }

    @Test
    void theContentOfADocumentIsADownload() {
        assertThat(Route.of("/documents/7/content", false)).contains(new Route(Page.CONTENT, "documents", "7"));
    }

    @Test
    void otherAddressesAreNobodys() {
        assertThat(Route.of("/accounts/1/delete", false)).isEmpty();
        assertThat(Route.of("/accounts/1/edit/2", false)).isEmpty();
    }
}
