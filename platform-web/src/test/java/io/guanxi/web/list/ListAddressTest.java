package io.guanxi.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListAddressTest {

    private final ListAddress list = new ListAddress("/app/accounts", "", "", "", "", false);

    @Test
    void aPlainListHasAPlainAddress() {
        assertThat(list.href()).isEqualTo("/app/accounts");
    }

    @Test
    void everythingThatNarrowsTheListStandsInTheAddress() {
        assertThat(list.view("mine")
                        .text("a b")
                        .filter("type==\"x\"")
                        .sort("-name")
                        .next("c1"))
                .isEqualTo("/app/accounts?view=mine&q=a+b&filter=type%3D%3D%22x%22&sort=-name&cursor=c1");
    }

    @Test
    void anotherViewStartsWithItsOwnFiltersButKeepsTheWords() {
        assertThat(list.text("a").filter("b==1").sort("c").view("mine").href())
                .isEqualTo("/app/accounts?view=mine&q=a");
    }

    @Test
    void exportTakesTheSameRecords() {
        assertThat(list.text("a").export()).isEqualTo("/app/accounts/export?q=a");
    }
}
