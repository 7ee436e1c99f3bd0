package io.guanxi.kernel.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of companies without what says only which legal form they have. */
final class CompanyNames {

    /**
     * Legal forms by the ISO 20275 list of entity legal forms (GLEIF), as far as they are common in names, folded and
     * without points.
     */
    private static final Set<String> FORMS = Set.copyOf(List.of(
            ("inc incorporated corp corporation co company ltd limited llc lc llp lp plc pllc pc pty pte pvt private"
                            + " proprietary unlimited cic gmbh mbh ggmbh ag kg kgaa ohg gbr ug ek ev eg se sce gesmbh"
                            + " sa sas sasu sarl sarlu eurl snc sci scop scs srl srls spa sapa sl slu sll sau slne"
                            + " ltda eireli epp me sociedad anonima limitada rl cv sab sapi bv nv vof cvba bvba sprl"
                            + " scrl ab hb kb aktiebolag as asa ans da aps is oy oyj ky tmi ehf hf ou uab sia zrt nyrt"
                            + " kft bt doo dd jdoo ad ead ood eood sro spol zoo sp spzoo as ks vos"
                            + " ooo oao zao pao ao ip tov pat ооо оао зао пао ао ип тов тоо tic san sti ltdsti sdn bhd berhad tbk pt jsc pjsc ojsc"
                            + " cjsc fzc fzco fze wll kk gk yk kabushiki kaisha godo yugen gaisha")
                    .split(" +")));

    /** Words that join a name and its form. */
    private static final Set<String> JOINING = Set.of("and", "und", "et", "y", "e", "de", "the", "o", "z", "i");

    private static final Pattern HAN_FORMS = Pattern.compile("(股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|控股有限公司|有限公司|股份公司|"
            + "集团公司|总公司|分公司|合伙企业|有限合伙|普通合伙|特殊普通合伙|个人独资企业|工作室|株式会社|合同会社|有限会社|公司|集团|控股|股份|厂)");

    private static final Pattern HAN_REGION = Pattern.compile("(?<=\\p{IsHan}{2})(特别行政区|自治区|省|市|县)");

    private CompanyNames() {}

    /** The words of a name that tell the company; never empty unless the name has neither letters nor digits. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : NameText.words(name)) {
            if (NameText.isHan(word)) {
                words.add(withoutForm(word));
            } else {
                words.add(word);
            }
        }
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? NameText.words(name) : withoutForms(words);
    }

    private static String withoutForm(String word) {
        String bare = HAN_FORMS.matcher(HAN_REGION.matcher(word).replaceAll("")).replaceAll("");
        return bare;
    }

    /** Forms end a name in most languages, and begin it in some. */
    private static List<String> withoutForms(List<String> words) {
        int from = 0;
        int to = words.size();
        while (to - from > 1 && (FORMS.contains(words.get(to - 1)) || JOINING.contains(words.get(to - 1)))) {
            to--;
        }
        while (to - from > 1 && (FORMS.contains(words.get(from)) || JOINING.contains(words.get(from)))) {
            from++;
        }
        return List.copyOf(words.subList(from, to));
    }
}
