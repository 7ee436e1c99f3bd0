package io.guanxi.kernel.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller GmbH & Co. KG|Muller",
                "Acme, Inc.|ACME Incorporated",
                "Globex S.A.|Globex SA de CV",
                "Ｇｌｏｂｅｘ　Ltd.|globex limited",
                "The Northwind Traders Co., Ltd|Northwind Traders",
                "ООО Ромашка|Ромашка",
                "PT Astra Tbk|Astra",
                "深圳市华强电子有限公司|深圳华强电子股份有限公司",
                "環球電子股份有限公司|环球电子（集团）有限公司",
                "トヨタ自動車株式会社|トヨタ自動車"
            })
    void legalFormsWidthAccentsAndScriptsDoNotMakeAnotherCompany(String one, String other) {
        assertThat(company(one).similarity(company(other))).isGreaterThanOrEqualTo(97);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "华强电子（深圳）有限公司|深圳华强电子有限公司",
                "Huanqiu Dianzi Co., Ltd.|环球电子有限公司",
                "Traders Northwind|Northwind Traders",
                "Microsft Corp|Microsoft Corporation",
                "Andersson Brothers|Anderson Brothers"
            })
    void otherOrderSpellingAndSlipsAreFoundByACommonKeyAndAreAlike(String one, String other) {
        Name first = company(one);
        Name second = company(other);
        assertThat(Collections.disjoint(first.keys(), second.keys())).isFalse();
        assertThat(first.similarity(second)).isBetween(88, 99);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"华强电子有限公司|华为电子有限公司", "Shop 12|Shop 13", "Northwind Traders|Southwind Bakery", "Acme|Acne Studios"})
    void otherCompaniesAreOthers(String one, String other) {
        assertThat(company(one).similarity(company(other))).isZero();
    }

    @Test
    void aNameThatIsNothingButALegalFormIsStillAName() {
        assertThat(CompanyNames.words("Limited")).containsExactly("limited");
        assertThat(CompanyNames.words("有限公司")).containsExactly("有限公司");
        assertThat(Name.of(CompanyNames.words("***"))).isNull();
    }

    @Test
    void namesOfPeopleAreTheSameInAnyOrder() {
        assertThat(person("Anna Lindqvist").similarity(person("LINDQVIST, Anna")))
                .isEqualTo(97);
        assertThat(person("张伟").similarity(person("Zhang Wei"))).isEqualTo(92);
        assertThat(person("Anna Lindqvist").similarity(person("Bernd Maier"))).isZero();
    }

    private static Name company(String name) {
        return Name.of(CompanyNames.words(name));
    }

    private static Name person(String name) {
        List<String> words = NameText.words(name);
        return Name.of(words);
    }
}
