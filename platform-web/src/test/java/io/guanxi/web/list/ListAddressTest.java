package io.guanxi.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ListAddressTest {

    private final ListAddress list = address(Map.of());

    private static ListAddress address(Map<String, String> parameters) {
        return ListAddress.of("/app/accounts", parameters::get);
    }

    @Test
    void aPlainListHasAPlainAddress() {
        assertThat(list.href()).isEqualTo("/app/accounts");
    }

    @Test
    void everythingThatNarrowsTheListStandsInTheAddress() {
        assertThat(list.view("mine")
                        .with("q", "a b")
                        .with("filter", "type==\"x\"")
                        .with("sort", "-name")
                        .next("c1"))
                .isEqualTo("/app/accounts?view=mine&q=a+b&filter=type%3D%3D%22x%22&sort=-name&cursor=c1");
    }

    @Test
    void anotherViewStartsWithItsOwnFiltersButKeepsTheWords() {
        assertThat(list.with("q", "a")
                        .with("filter", "b==1")
                        .with("sort", "c")
                        .view("mine")
                        .href())
                .isEqualTo("/app/accounts?view=mine&q=a");
    }

    @Test
    void aFilterTakenAwayIsNotTheViewsOwn() {
        assertThat(address(Map.of("filter", "")).get("filter")).contains("");
        assertThat(address(Map.of()).get("filter")).isEmpty();
    }

    @Test
    void exportTakesTheSameRecords() {
        assertThat(list.with("q", "a").export()).isEqualTo("/app/accounts/export?q=a");
    }
}
