package io.crmkit.core.service;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Leads of which some are known to be the same, written down again with slips; among them colleagues who share company,
 * domain and switchboard, and people of one name at other companies. The same for the same seed.
 */
final class SyntheticLeads {

    record Draft(
            @Nullable String person,
            @Nullable String company,
            @Nullable String email,
            @Nullable String phone) {}

    record Pair(int one, int other) {}

    private static final List<String> FIRST = List.of(
            "Eva",
            "Karl",
            "Anna",
            "Giulia",
            "Marco",
            "Luca",
            "Sophie",
            "Jean",
            "Zo\u00eb",
            "Ren\u00e9",
            "J\u00fcrgen",
            "Bj\u00f6rn",
            "Ana",
            "Jos\u00e9",
            "Maria",
            "Peter",
            "Paul",
            "Ingrid",
            "Olga",
            "Ivan",
            "Helena",
            "Tom\u00e1\u0161",
            "Katarzyna",
            "Piotr",
            "Emma",
            "Noah",
            "Liam",
            "Olivia",
            "Fatima",
            "Yusuf");
    private static final List<String> LAST = List.of(
            "Huber",
            "Maier",
            "Gruber",
            "Rossi",
            "Bianchi",
            "Ferrari",
            "M\u00fcller",
            "Schmidt",
            "Schr\u00f6der",
            "Dubois",
            "Lef\u00e8vre",
            "Garc\u00eda",
            "L\u00f3pez",
            "Nov\u00e1k",
            "Dvo\u0159\u00e1k",
            "Kowalski",
            "Nowak",
            "Jensen",
            "S\u00f8rensen",
            "Andersson",
            "Smith",
            "Jones",
            "Taylor",
            "Brown",
            "Popescu",
            "Horvat",
            "Nagy",
            "Kiss",
            "Yilmaz",
            "Kaya",
            "Moretti",
            "Conti",
            "Weber",
            "Wagner",
            "Fischer",
            "Steiner",
            "Bauer",
            "Leitner",
            "Egger",
            "Wolf");
    private static final List<String> TRADE = List.of(
            "Pumps",
            "Steel",
            "Logistics",
            "Software",
            "Textiles",
            "Foods",
            "Optics",
            "Energy",
            "Print",
            "Medical",
            "Tools",
            "Glass",
            "Paper",
            "Motors",
            "Plastics");
    private static final List<String> PLACE = List.of(
            "Graz",
            "Linz",
            "Milano",
            "Torino",
            "Lyon",
            "M\u00fcnchen",
            "K\u00f6ln",
            "Praha",
            "Gda\u0144sk",
            "Aarhus",
            "Leeds",
            "Sevilla",
            "Zagreb",
            "Gy\u0151r",
            "Izmir",
            "Porto",
            "Gent",
            "Basel",
            "Turku",
            "Malm\u00f6");
    private static final List<String> FORM =
            List.of(" GmbH", " AG", " S.r.l.", " SpA", " Ltd", " Limited", " s.r.o.", "", " SA", " & Co. KG");
    private static final List<String> FREE = List.of("gmail.com", "gmx.at", "libero.it", "yahoo.com");

    private final Random random;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    SyntheticLeads(long seed, int originals, int duplicates) {
        random = new Random(seed);
        for (int i = 0; i < originals; i++) {
            drafts.add(original());
        }
        for (int i = 0; i < duplicates; i++) {
            // each original at most once, so that the known pairs are all there are
            int one = i * (originals / duplicates);
            pairs.add(new Pair(one, drafts.size()));
            drafts.add(again(drafts.get(one)));
        }
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Pair> pairs() {
        return pairs;
    }

    private Draft original() {
        String first = pick(FIRST);
        String last = pick(LAST);
        String middle = random.nextInt(6) == 0 ? " " + pick(FIRST) : "";
        int company = random.nextInt(PLACE.size() * TRADE.size());
        String place = PLACE.get(company % PLACE.size());
        String trade = TRADE.get(company / PLACE.size());
        String domain = plain(place + "-" + trade).toLowerCase(Locale.ROOT) + ".example.com";
        String local = plain(first + "." + last).toLowerCase(Locale.ROOT).replace("\u00f8", "o");
        String email = random.nextInt(10) < 7
                ? local + random.nextInt(40) + "@" + domain
                : random.nextInt(3) == 0 ? null : local + random.nextInt(900) + "@" + pick(FREE);
        String phone = random.nextInt(10) < 6 ? phone(company) : null;
        return new Draft(first + middle + " " + last, place + " " + trade + pick(FORM), email, phone);
    }

    /* every third number is the company's switchboard */
    private String phone(int company) {
        int number = random.nextInt(3) == 0 ? 1_000_000 + company : 2_000_000 + random.nextInt(7_000_000);
        return "+43 316 " + number;
    }

    private Draft again(Draft draft) {
        Draft next = draft;
        for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
            next = slip(next);
        }
        return next;
    }

    private Draft slip(Draft d) {
        String person = String.valueOf(d.person());
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Draft(typo(person), d.company(), d.email(), d.phone());
            case 2 -> new Draft(swapped(person), d.company(), d.email(), d.phone());
            case 3 -> new Draft(plain(person).toUpperCase(Locale.ROOT), d.company(), d.email(), d.phone());
            case 4 -> new Draft(person, d.company(), null, d.phone());
            case 5 -> new Draft(person, d.company(), "private" + random.nextInt(9_000) + "@" + pick(FREE), d.phone());
            case 6 -> new Draft(person, d.company(), d.email(), null);
            case 7 -> new Draft(person, d.company(), d.email(), respaced(d.phone()));
            case 8 -> new Draft(person, otherForm(d.company()), d.email(), d.phone());
            default -> new Draft(person, d.company() == null ? null : typo(d.company()), d.email(), d.phone());
        };
    }

    private String typo(String text) {
        int at = 1 + random.nextInt(text.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            default -> text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
        };
    }

    private static String swapped(String name) {
        int blank = name.lastIndexOf(' ');
        return blank < 0 ? name : name.substring(blank + 1) + " " + name.substring(0, blank);
    }

    private @Nullable String otherForm(@Nullable String company) {
        if (company == null) {
            return null;
        }
        String[] words = company.split(" ", 3);
        return words.length < 2 ? company : words[0] + " " + words[1] + pick(FORM);
    }

    private static @Nullable String respaced(@Nullable String phone) {
        return phone == null ? null : phone.replace("+43 316 ", "0043/(0)316/").replaceFirst("([0-9]{3})$", "-$1");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
