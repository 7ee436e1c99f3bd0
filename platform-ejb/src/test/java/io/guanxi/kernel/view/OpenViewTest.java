package io.guanxi.kernel.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.customers.Accounts;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenViewTest {

    private static final ObjectDescriptor ACCOUNT = new Accounts().descriptor();

    @Test
    void whatIsCompleteStaysAsItIs() {
        ViewSettings settings = new ViewSettings(
                List.of(new ViewColumn("name", 240)),
                "name==A*,(type==customer;employees=gt=3)",
                "-createdAt",
                "type",
                List.of(new ColourRule("type==customer", RowColour.GREEN)),
                ViewForm.BOARD,
                "type");
        assertThat(OpenView.of(ACCOUNT, settings).settings()).isEqualTo(settings);
        assertThat(OpenView.of(ACCOUNT, settings).missing()).isEmpty();
    }

    @Test
    void aFieldThatIsGoneIsLeftOutWhereverItStood() {
        ViewSettings settings = new ViewSettings(
                List.of(new ViewColumn("custom.gone", 0), new ViewColumn("name", 0)),
                "custom.gone==1;(name==A*,custom.gone==2)",
                "custom.gone",
                "custom.gone",
                List.of(new ColourRule("custom.gone==1;name==A", RowColour.RED)),
                ViewForm.CALENDAR,
                "custom.gone");
        OpenView open = OpenView.of(ACCOUNT, settings);
        assertThat(open.missing()).containsExactly("custom.gone");
        assertThat(open.settings())
                .isEqualTo(new ViewSettings(
                        List.of(new ViewColumn("name", 0)), "name==\"A*\"", "", "", List.of(), ViewForm.TABLE, ""));
    }
}
