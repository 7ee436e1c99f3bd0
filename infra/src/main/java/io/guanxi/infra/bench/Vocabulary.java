package io.guanxi.infra.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names for made-up companies and people: many different ones out of few words, the same in every run. */
final class Vocabulary {

    private static final List<String> FIRST = List.of(
            "Northern",
            "Harbour",
            "Silver",
            "Cedar",
            "Atlas",
            "Meridian",
            "Copper",
            "Granite",
            "Summit",
            "Lakeside",
            "Orchard",
            "Pioneer",
            "Redwood",
            "Sterling",
            "Valley",
            "Westbrook",
            "Alpine",
            "Beacon",
            "Cobalt",
            "Delta",
            "Evergreen",
            "Falcon",
            "Golden",
            "Horizon",
            "Imperial",
            "Juniper",
            "Keystone",
            "Liberty",
            "Maple",
            "Nordic",
            "Oceanic",
            "Pacific",
            "Quantum",
            "Riverside",
            "Sapphire",
            "Tundra",
            "Union",
            "Vertex",
            "Willow",
            "Zenith",
            "Baltic",
            "Crescent",
            "Dynamo",
            "Emerald",
            "Frontier",
            "Glacier",
            "Hudson",
            "Ironwood",
            "Jasmine",
            "Kestrel");

    private static final List<String> SECOND = List.of(
            "Logistics",
            "Textiles",
            "Foods",
            "Machinery",
            "Software",
            "Chemicals",
            "Packaging",
            "Electronics",
            "Metals",
            "Furniture",
            "Pharma",
            "Ceramics",
            "Optics",
            "Plastics",
            "Printing",
            "Robotics",
            "Seafood",
            "Timber",
            "Trading",
            "Transport",
            "Automotive",
            "Brewery",
            "Cosmetics",
            "Dairy",
            "Energy",
            "Farming",
            "Glassworks",
            "Hardware",
            "Instruments",
            "Jewellery",
            "Kitchens",
            "Lighting",
            "Media",
            "Networks",
            "Outfitters",
            "Paper",
            "Refinery",
            "Systems",
            "Tools",
            "Ventures");

    private static final List<String> FORMS =
            List.of("Ltd", "GmbH", "Inc", "SARL", "BV", "AG", "Pty", "Oy", "AB", "SpA", "Holdings", "Group");

    private static final List<String> CHINESE = List.of("环球", "华东", "长江", "金桥", "东方", "海洋", "新光", "天成", "宏达", "永利");

    private static final List<String> CHINESE_TRADES = List.of("电子", "贸易", "机械", "化工", "纺织", "食品", "软件", "物流");

    private static final List<String> GIVEN = List.of(
            "Anna", "Bruno", "Chloe", "Daniel", "Elena", "Felix", "Grace", "Hugo", "Irene", "Jonas", "Karen", "Liam",
            "Marta", "Noah", "Olga", "Pavel", "Quinn", "Rosa", "Stefan", "Tara", "Umar", "Vera", "Wendy", "Yusuf",
            "Zoe");

    private static final List<String> FAMILY = List.of(
            "Adler",
            "Becker",
            "Castillo",
            "Dubois",
            "Eriksson",
            "Fischer",
            "Garcia",
            "Hansen",
            "Ivanova",
            "Jensen",
            "Kowalski",
            "Lindqvist",
            "Moreau",
            "Nakamura",
            "Okafor",
            "Petrov",
            "Quispe",
            "Rossi",
            "Schneider",
            "Tanaka",
            "Ueda",
            "Virtanen",
            "Weber",
            "Xiao",
            "Yamada",
            "Zhang",
            "Andersson",
            "Bianchi",
            "Carvalho",
            "Demir");

    static final List<String> JOBS = List.of(
            "Head of Purchasing",
            "Sales Director",
            "Engineer",
            "Accountant",
            "Plant Manager",
            "Assistant",
            "Founder",
            "Quality Manager",
            "IT Administrator",
            "Buyer");

    /** City and country. */
    static final List<String[]> CITIES = List.of(
            new String[] {"Hamburg", "DE"},
            new String[] {"Lyon", "FR"},
            new String[] {"Osaka", "JP"},
            new String[] {"Chicago", "US"},
            new String[] {"Toronto", "CA"},
            new String[] {"São Paulo", "BR"},
            new String[] {"Helsinki", "FI"},
            new String[] {"Milano", "IT"},
            new String[] {"Rotterdam", "NL"},
            new String[] {"Sydney", "AU"},
            new String[] {"Nairobi", "KE"},
            new String[] {"Warszawa", "PL"},
            new String[] {"上海", "CN"},
            new String[] {"深圳", "CN"},
            new String[] {"Singapore", "SG"});

    private final Random random;

    Vocabulary(Random random) {
        this.random = random;
    }

    /** Company of a number; numbers far apart may share a name, as companies do. */
    String company(int number) {
        if (number % 10 == 0) {
            return pick(CHINESE) + pick(CHINESE_TRADES) + number % 1000 + "有限公司";
        }
        return pick(FIRST) + " " + pick(SECOND) + " " + number % 5000 + " " + pick(FORMS);
    }

    String given() {
        return pick(GIVEN);
    }

    String family() {
        return pick(FAMILY);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The beginning of a company's name, 3 to 6 letters. */
    String prefix() {
        String word = pick(FIRST);
        return word.substring(0, Math.min(word.length(), 3 + random.nextInt(4)));
    }

    /** A piece from the inside of a company's name, 4 to 6 letters, in small letters; one in ten Chinese. */
    String piece() {
        if (random.nextInt(10) == 0) {
            return pick(CHINESE_TRADES);
        }
        String word = pick(SECOND).toLowerCase(Locale.ROOT);
        int from = random.nextInt(Math.max(1, word.length() - 4));
        return word.substring(from, Math.min(word.length(), from + 4 + random.nextInt(3)));
    }
}
