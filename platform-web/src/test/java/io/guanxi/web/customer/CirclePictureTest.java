package io.guanxi.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.customers.around.Neighbour;
import io.guanxi.customers.around.Neighbour.Tie;
import java.util.List;
import org.junit.jupiter.api.Test;

class CirclePictureTest {

    @Test
    void companiesStandLeftPeopleRightAndWhatIsBehindThemFurtherRight() {
        CirclePicture picture = new CirclePicture(
                "me",
                List.of(
                        neighbour("parent", Tie.PARENT, ""),
                        neighbour("ann", Tie.CONTACT, ""),
                        neighbour("bob", Tie.CONTACT, ""),
                        neighbour("other", Tie.AFFILIATION, "bob")));
        assertThat(picture.place("parent").left()).isZero();
        assertThat(picture.place("me").left())
                .isBetween(picture.place("parent").left(), picture.place("ann").left());
        assertThat(picture.place("other").left())
                .isGreaterThan(picture.place("bob").left());
        assertThat(picture.place("ann").top()).isLessThan(picture.place("bob").top());
        assertThat(picture.paths()).hasSize(4);
        assertThat(picture.isNarrow()).isTrue();
    }

    @Test
    void columnsThatNobodyStandsInTakeNoRoom() {
        CirclePicture picture = new CirclePicture("me", List.of(neighbour("ann", Tie.CONTACT, "")));
        assertThat(picture.place("me").left()).isZero();
        assertThat(picture.place("ann").left() + picture.place("ann").width()).isCloseTo(100, within(0.01));
        assertThat(picture.isNarrow()).isFalse();
    }

    @Test
    void whoIsKnownThroughSomebodyOutsideOfThePictureHasNoCurve() {
        CirclePicture picture = new CirclePicture("me", List.of(neighbour("ann", Tie.COLLEAGUE, "gone")));
        assertThat(picture.paths()).isEmpty();
    }

    private static Neighbour neighbour(String id, Tie tie, String via) {
        return new Neighbour("account", id, id, tie, "", "", via);
    }
}
