package io.guanxi.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantIndexTest {

    private static final List<String> ALL = List.of("account", "contact", "tag");

    @TempDir
    Path folder;

    private TenantIndex index;

    @BeforeEach
    void open() throws IOException {
        index = new TenantIndex(folder);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void pinyinInFullByInitialsAndMixedFindsAChineseName() throws IOException {
        put(account(1, "上海环球电子有限公司"), account(2, "深圳蓝桥智联科技有限公司"));
        for (String typed : List.of("hqdz", "huanqiu", "dianzi", "环球", "电子", "子", "shhq", "环球 dianzi")) {
            assertThat(found(typed)).as(typed).containsExactly(1L);
        }
        assertThat(found("lqzl")).containsExactly(2L);
    }

    @Test
    void theInsideOfAWordIsFoundFromThreeLettersOnAndItsBeginningFromOne() throws IOException {
        put(account(1, "Nordic Logistics"));
        assertThat(found("gistic")).containsExactly(1L);
        assertThat(found("gis")).containsExactly(1L);
        assertThat(found("gi")).isEmpty();
        assertThat(found("n")).containsExactly(1L);
    }

    @Test
    void allWordsMustBeFoundInWhicheverOrder() throws IOException {
        put(account(1, "Nordic Foods"), account(2, "Nordic Metals"));
        assertThat(found("foods nordic")).containsExactly(1L);
        assertThat(found("nordic xyz")).isEmpty();
    }

    @Test
    void aSlipIsForgivenWhenNothingHasTheWordAsItIsTyped() throws IOException {
        put(account(1, "Harbour Logistics"), account(2, "Meridian Foods"));
        assertThat(found("harbuor")).containsExactly(1L);
        assertThat(found("logsitics")).containsExactly(1L);
        assertThat(found("meridain foods")).containsExactly(2L);
        assertThat(found("merdi")).containsExactly(2L);
        assertThat(found("fods")).containsExactly(2L);
        assertThat(found("harbour")).containsExactly(1L);
    }

    @Test
    void numbersAndShortWordsAreTakenAsTheyAre() throws IOException {
        put(
                account(1, "Order 4711"),
                new SearchDocument("contact", 2, Shelf.LISTED)
                        .title(FieldType.TEXT, "Anna")
                        .text(FieldType.PHONE, "+8675583739164"));
        assertThat(found("4712")).isEmpty();
        assertThat(found("83739164")).containsExactly(2L);
        assertThat(found("0755-8373 9164")).containsExactly(2L);
        assertThat(found("739164")).containsExactly(2L);
    }

    @Test
    void theTitleItselfComesBeforeItsBeginningBeforeItsWordsBeforeItsInsidesAndOtherFields() throws IOException {
        put(
                account(1, "Transatlantis"),
                new SearchDocument("account", 2, Shelf.LISTED)
                        .title(FieldType.TEXT, "Zenith")
                        .text(FieldType.TEXT, "Atlantis"),
                account(3, "Great Atlantis"),
                account(4, "Atlantis Foods"),
                account(5, "Atlantis"));
        assertThat(found("atlantis")).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void ofEquallyGoodOnesTheNewestComesFirst() throws IOException {
        put(account(7, "Twin"), account(9, "Twin"), account(8, "Twin"));
        assertThat(found("twin")).containsExactly(9L, 8L, 7L);
    }

    @Test
    void recordsAreFoundByWhatTheirTagsAreCalledNow() throws IOException {
        put(
                new SearchDocument("tag", 50, Shelf.LISTED).title(FieldType.TEXT, "Fair"),
                account(1, "Zenith").tag(50),
                account(2, "Delta"));
        assertThat(found("fair")).containsExactlyInAnyOrder(50L, 1L);
        put(new SearchDocument("tag", 50, Shelf.LISTED).title(FieldType.TEXT, "Exhibition"));
        assertThat(found("fair")).isEmpty();
        assertThat(found("exhib")).containsExactlyInAnyOrder(50L, 1L);
        put(new SearchDocument("tag", 50, Shelf.DELETED).title(FieldType.TEXT, "Exhibition"));
        assertThat(found("exhib")).isEmpty();
    }

    @Test
    void onlyTheKindsAskedForAreFoundAndCounted() throws IOException {
        put(account(1, "Acme"), new SearchDocument("contact", 2, Shelf.LISTED).title(FieldType.TEXT, "Acme Anna"));
        assertThat(found("acme", List.of("contact"))).containsExactly(2L);
    }

    @Test
    void theRecycleBinIsAKindOfItsOwn() throws IOException {
        put(account(1, "Acme"), new SearchDocument("account", 2, Shelf.DELETED).title(FieldType.TEXT, "Acme"));
        assertThat(found("acme")).containsExactly(1L);
        assertThat(index.few("acme", "account!", false)).contains(List.of(2L));
    }

    @Test
    void aRecordWrittenAgainStandsOnlyOnceAndARemovedOneNoMore() throws IOException {
        put(account(1, "Acme"));
        put(account(1, "Beta"));
        assertThat(found("acme")).isEmpty();
        assertThat(found("beta")).containsExactly(1L);
        index.remove(List.of(1L));
        index.refresh();
        assertThat(found("beta")).isEmpty();
    }

    @Test
    void ofVeryManyMatchesItIsAskedWhichOfSomeAreAmongThem() throws IOException {
        index.put(
                LongStream.rangeClosed(1, TenantIndex.FEW + 1)
                        .mapToObj(id -> account(id, "Acme " + id))
                        .toList(),
                1);
        put(account(9_999, "Beta"));
        assertThat(index.few("acme", "account", false)).isEmpty();
        assertThat(index.among("acme", "account", false, List.of(5L, 9_999L, 12_345L)))
                .containsExactly(5L);
        assertThat(index.count("acme", "account", false)).isEqualTo(TenantIndex.FEW + 1);
    }

    @Test
    void aWalkLetsGoOfWhatItHasNotMet() throws IOException {
        index.put(List.of(account(1, "Old"), account(2, "Old")), 1);
        index.put(List.of(account(2, "Old")), 2);
        index.keepOnly(2);
        index.refresh();
        assertThat(found("old")).containsExactly(2L);
    }

    @Test
    void whatWasNotCommittedIsGoneAfterwardsAndTheStateTellsOfWhatWas() throws IOException {
        IndexState state = new IndexState(
                17,
                Instant.parse("2026-11-22T12:00:00Z"),
                3,
                Optional.of(new IndexState.Walk("account", 42)),
                Set.of("account.name"),
                Optional.of(new IndexState.Mark(16, 4711)));
        put(account(1, "Kept"));
        index.commit(state);
        put(account(2, "Lost"));
        index.close();
        open();
        assertThat(index.state()).contains(state);
        assertThat(found("kept")).containsExactly(1L);
        assertThat(found("lost")).isEmpty();
    }

    @Test
    void anIndexThatHasNothingCommittedOrAnotherFormatHasNoState() {
        assertThat(index.state()).isEmpty();
        assertThat(IndexState.read(java.util.Map.of("format", "0", "from", "1")))
                .isEmpty();
    }

    @Test
    void theIndexOfAnotherTenantKnowsNothingOfThisOne(@TempDir Path elsewhere) throws IOException {
        put(account(1, "Acme"));
        try (TenantIndex other = new TenantIndex(elsewhere)) {
            assertThat(other.find("acme", scopes(ALL), Set.of(), 5).groups()).isEmpty();
            assertThat(other.few("acme", "account", false)).contains(List.of());
        }
    }

    @Test
    void whoDoesNotSeeEveryRecordFindsThoseOfSomePeopleAndThoseThatAreNamed() throws IOException {
        put(
                account(1, "Acme").owner(7L),
                account(2, "Acme").owner(8L),
                account(3, "Acme"),
                account(4, "Acme").owner(9L));
        SearchScope own = new SearchScope("account", Optional.of(Set.of(7L, 8L)), Set.of(3L));
        assertThat(found("acme", List.of(own), Set.of())).containsExactlyInAnyOrder(1L, 2L, 3L);
        SearchScope nobodys = new SearchScope("account", Optional.of(Set.of()), Set.of());
        assertThat(found("acme", List.of(nobodys), Set.of())).isEmpty();
    }

    @Test
    void whereFieldsAreHiddenOnlyTitlesAreLookedAt() throws IOException {
        put(account(1, "Acme"), account(2, "Beta").text(FieldType.TEXT, "acme"));
        assertThat(found("acme", scopes(List.of("account")), Set.of("account"))).containsExactly(1L);
        assertThat(index.few("acme", "account", true)).contains(List.of(1L));
        assertThat(index.count("acme", "account", true)).isEqualTo(1);
    }

    private void put(SearchDocument... records) throws IOException {
        index.put(List.of(records), 1);
        index.refresh();
    }

    private static SearchDocument account(long id, String name) {
        return new SearchDocument("account", id, Shelf.LISTED).title(FieldType.TEXT, name);
    }

    private List<Long> found(String text) {
        return found(text, ALL);
    }

    private List<Long> found(String text, Collection<String> kinds) {
        return found(text, scopes(kinds), Set.of());
    }

    private List<Long> found(String text, Collection<SearchScope> scopes, Set<String> byTitle) {
        return index.find(text, scopes, byTitle, 10).groups().values().stream()
                .flatMap(group -> group.best().stream())
                .map(BestHits.Hit::id)
                .toList();
    }

    private static List<SearchScope> scopes(Collection<String> kinds) {
        return kinds.stream().map(SearchScope::all).toList();
    }
}
