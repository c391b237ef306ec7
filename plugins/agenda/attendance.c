/* attendance.c: who was there, who was not, who voted for whom, and whether that was enough. */
#include "agenda.h"

struct proxy {
	ramure_span at;
	ramure_text from;
	ramure_text to;
};

static const ramure_field proxy_fields[] = {
	{ .en = "from",
	  .fr = "de",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED,
	  .offset = offsetof(struct proxy, from),
	  .doc = { "who gives it, and is excused", "qui le donne, et se trouve excusé" } },
	{ .en = "to",
	  .fr = "à",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED,
	  .offset = offsetof(struct proxy, to),
	  .doc = { "who votes for them, and is present", "qui vote à sa place, et se trouve présent" } },
};

const ramure_field attendance_fields[7] = {
	{ .en = "present",
	  .fr = "présents",
	  .type = RAMURE_PERSON,
	  .flags = RAMURE_REQUIRED | RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct attendance, present),
	  .doc = { "who is there, one a line: \"name, role\"", "qui est là, un par ligne : « nom, rôle »" },
	  .synonyms = "présent|présentes|présente" },
	{ .en = "excused",
	  .fr = "excusés",
	  .type = RAMURE_PERSON,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct attendance, excused),
	  .doc = { "who said that they would not come", "qui a prévenu de son absence" },
	  .synonyms = "excusé|excusées|excusée" },
	{ .en = "absent",
	  .fr = "absents",
	  .type = RAMURE_PERSON,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct attendance, absent),
	  .doc = { "who did not come and said nothing", "qui n'est pas venu sans prévenir" },
	  .synonyms = "absentes|absente" },
	{ .en = "guests",
	  .fr = "invités",
	  .type = RAMURE_PERSON,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct attendance, guests),
	  .doc = { "who is there without a vote", "qui est là sans prendre part aux votes" },
	  .synonyms = "invité|invitées|assistent|observateurs" },
	{ .en = "proxies",
	  .fr = "pouvoirs",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct attendance, proxies),
	  .doc = { "who votes for whom", "qui vote pour qui" },
	  .synonyms = "pouvoir|procurations|procuration",
	  .fields = RAMURE_ROWS(proxy_fields),
	  .record_size = sizeof(struct proxy) },
	{ .en = "quorum",
	  .fr = "quorum",
	  .type = RAMURE_INTEGER,
	  .offset = offsetof(struct attendance, quorum),
	  .doc = { "how many must be present for a vote to hold",
		   "combien de présents il faut pour qu'un vote vaille" },
	  .min = 1,
	  .max = 1000000 },
	{ .en = "members",
	  .fr = "membres",
	  .type = RAMURE_INTEGER,
	  .offset = offsetof(struct attendance, members),
	  .doc = { "how many could have come", "combien auraient pu venir" },
	  .synonyms = "effectif|inscrits|convoqués",
	  .min = 1,
	  .max = 1000000 },
};

/* ---- checks ---- */

static ramure_text person_name(const void *items, size_t index)
{
	return ((const ramure_person *)items)[index].name;
}

static ramure_text giver_name(const void *items, size_t index)
{
	return ((const struct proxy *)items)[index].from;
}

static void check_twice(ramure_ctx *ctx, ramure_list list, ramure_list other, const struct roll *listed)
{
	const ramure_person *persons = list.items, *others = other.items;

	for (size_t i = 0; i < list.count; i++) {
		size_t again = roll_find(ctx, listed, persons[i].name);

		if (again == listed->count || (persons == others && again == i))
			continue;
		ramure_error(ctx, persons[i].at, "'%s' is listed twice", ramure_plain_text(ctx, persons[i].name).data);
		ramure_hint(ctx, "the other is on line %u: keep one of the two", (unsigned)others[again].at.line);
	}
}

/* Nobody is there and not there, or there in two ways. */
static void check_lists(ramure_ctx *ctx, const struct attendance *a)
{
	const ramure_list lists[] = { a->present, a->excused, a->absent, a->guests };
	size_t count = sizeof lists / sizeof *lists;

	for (size_t i = 0; i < count; i++) {
		const struct roll listed = roll_of(ctx, lists[i], person_name);

		for (size_t j = i; j < count; j++)
			check_twice(ctx, lists[j], lists[i], &listed);
	}
}

static void check_proxies(ramure_ctx *ctx, struct attendance *a)
{
	const struct proxy *proxies = a->proxies.items;
	const struct roll present = roll_of(ctx, a->present, person_name),
			  absent = roll_of(ctx, a->absent, person_name);
	const struct roll givers = roll_of(ctx, a->proxies, giver_name);

	for (size_t i = 0; i < a->proxies.count; i++) {
		const struct proxy *proxy = &proxies[i];
		const char *from = ramure_plain_text(ctx, proxy->from).data;
		const char *to = ramure_plain_text(ctx, proxy->to).data;
		size_t first = roll_find(ctx, &givers, proxy->from);

		if (roll_find(ctx, &present, proxy->from) < present.count) {
			ramure_error(ctx, proxy->from->span, "'%s' gives a proxy and is listed as present", from);
			ramure_hint(ctx, "take the name away from 'présents', or the proxy from 'pouvoirs'");
		}
		if (roll_find(ctx, &absent, proxy->from) < absent.count) {
			ramure_error(ctx, proxy->from->span, "'%s' gives a proxy and is listed as absent", from);
			ramure_hint(ctx, "take the name away from 'absents': who gives a proxy is excused");
		}
		if (roll_find(ctx, &present, proxy->to) == present.count) {
			ramure_error(ctx, proxy->to->span, "'%s' receives a proxy and is not listed as present", to);
			ramure_hint(ctx, "under 'présents', add a line: '- %s'", to);
		}
		if (first < i) {
			ramure_error(ctx, proxy->from->span, "'%s' gives two proxies", from);
			ramure_hint(ctx, "the other is on line %u: keep one of the two",
				    (unsigned)proxies[first].at.line);
		}
	}
}

/* Who gives a proxy is excused, whether the source says so or not. */
static ramure_list list_excused(ramure_ctx *ctx, const struct attendance *a)
{
	const struct proxy *proxies = a->proxies.items;
	ramure_person *persons = RAMURE_NEW_ARRAY(ctx, ramure_person, a->excused.count + a->proxies.count);
	struct roll listed = roll_of(ctx, a->excused, person_name);
	size_t count = 0;

	while (count < a->excused.count) {
		persons[count] = ((const ramure_person *)a->excused.items)[count];
		count++;
	}
	for (size_t i = 0; i < a->proxies.count; i++)
		if (roll_find(ctx, &listed, proxies[i].from) == listed.count)
			persons[count++] = (ramure_person){ .at = proxies[i].at, .name = proxies[i].from };
	return (ramure_list){ .items = persons, .count = count };
}

void check_attendance(ramure_ctx *ctx, void *data)
{
	struct attendance *a = data;
	int64_t listed;

	check_lists(ctx, a);
	check_proxies(ctx, a);
	a->all_excused = list_excused(ctx, a);
	listed = (int64_t)(a->present.count + a->all_excused.count + a->absent.count);
	if (ramure_given(a->members.at) && listed > a->members.value) {
		ramure_error(ctx, a->members.at, "%lld persons are listed, of %lld members", (long long)listed,
			     (long long)a->members.value);
		ramure_hint(ctx, "guests go under 'invités'; or correct the number: 'membres: %lld'",
			    (long long)listed);
	}
	if (ramure_given(a->quorum.at) && (int64_t)a->present.count < a->quorum.value) {
		ramure_warning(ctx, a->quorum.at, "quorum", "the quorum of %lld is not reached: %zu present",
			       (long long)a->quorum.value, a->present.count);
		ramure_hint(ctx, "proxies do not count for the quorum; to accept this, write 'accepter: quorum' in the "
				 "front matter");
	}
}

/* ---- what follows from it ---- */

static int64_t votes(const struct attendance *a)
{
	return (int64_t)(a->present.count + a->proxies.count);
}

/* "Quorum de 3 : atteint. 5 votants, dont 1 par pouvoir, sur 7 membres." */
static ramure_str quorum_sentence(ramure_ctx *ctx, const struct attendance *a)
{
	static const ramure_word reached = { "Quorum of %lld: reached. ", "Quorum de %lld : atteint. " };
	static const ramure_word missed = { "Quorum of %lld: not reached. ", "Quorum de %lld : non atteint. " };
	static const ramure_word voter = { "voter", "votant" }, voters = { "voters", "votants" };
	static const ramure_word with = { ", %zu of them by proxy", ", dont %zu par pouvoir" };
	static const ramure_word one = { ", of %lld member", ", sur %lld membre" };
	static const ramure_word many = { ", of %lld members", ", sur %lld membres" };
	bool enough = (int64_t)a->present.count >= a->quorum.value;
	ramure_str quorum = RAMURE_STR(""), proxies = RAMURE_STR(""), members = RAMURE_STR("");

	if (ramure_given(a->quorum.at))
		quorum = ramure_format(ctx, ramure_say(ctx, enough ? reached : missed), (long long)a->quorum.value);
	if (a->proxies.count)
		proxies = ramure_format(ctx, ramure_say(ctx, with), a->proxies.count);
	if (ramure_given(a->members.at))
		members = ramure_format(ctx, ramure_say_count(ctx, a->members.value, one, many),
					(long long)a->members.value);
	return ramure_format(ctx, "%s%lld %s%s%s.", quorum.data, (long long)votes(a),
			     ramure_say_count(ctx, votes(a), voter, voters), proxies.data, members.data);
}

/* "4 présents, 1 excusé. Quorum de 3 : …" */
static ramure_text say(ramure_ctx *ctx, const ramure_fact *fact)
{
	static const ramure_word present = { "present", "présent" }, presents = { "present", "présents" };
	static const ramure_word excused = { "excused", "excusé" }, excuseds = { "excused", "excusés" };
	const struct attendance *a = fact->data;

	return ramure_text_new(ctx,
			       ramure_format(ctx, "%zu %s, %zu %s. %s", a->present.count,
					     ramure_say_count(ctx, (int64_t)a->present.count, present, presents),
					     a->all_excused.count,
					     ramure_say_count(ctx, (int64_t)a->all_excused.count, excused, excuseds),
					     quorum_sentence(ctx, a).data));
}

void tell_attendance(ramure_ctx *ctx, const void *data)
{
	const struct attendance *a = data;
	ramure_fact fact = { .topic = "attendance",
			     .at = a->at,
			     .date = ramure_document_date(ctx),
			     .count = votes(a),
			     .members = a->members.value,
			     .data = a,
			     .say = say };

	ramure_tell(ctx, &fact);
}

/* ---- as it is said ---- */

enum group { PRESENT, EXCUSED, ABSENT, GUESTS, PROXIES, GROUPS };

static const ramure_word group_one[GROUPS] = {
	[PRESENT] = { "Present", "Présent" }, [EXCUSED] = { "Excused", "Excusé" }, [ABSENT] = { "Absent", "Absent" },
	[GUESTS] = { "Guest", "Invité" },     [PROXIES] = { "Proxy", "Pouvoir" },
};
static const ramure_word group_many[GROUPS] = {
	[PRESENT] = { "Present", "Présents" }, [EXCUSED] = { "Excused", "Excusés" },
	[ABSENT] = { "Absent", "Absents" },    [GUESTS] = { "Guests", "Invités" },
	[PROXIES] = { "Proxies", "Pouvoirs" },
};

/* Proxies are no people. */
static ramure_list group_people(const struct attendance *a, enum group group)
{
	switch (group) {
	case PRESENT:
		return a->present;
	case EXCUSED:
		return a->all_excused;
	case ABSENT:
		return a->absent;
	case GUESTS:
		return a->guests;
	case PROXIES:
	case GROUPS:
		break;
	}
	return (ramure_list){ 0 };
}

static size_t group_count(const struct attendance *a, enum group group)
{
	return group == PROXIES ? a->proxies.count : group_people(a, group).count;
}

/* In a column of a slide, more names than these run on as a sentence.  Those who are present take columns of their own,
 * up to three, and only then run on. */
enum { MOST_LISTED = 8, MOST_IN_TWO_COLUMNS = 16, MOST_PRESENT = 36 };

static void put_names(ramure_builder *b, ramure_span at, ramure_list people)
{
	const ramure_person *persons = people.items;

	ramure_begin(b, RAMURE_LIST, at)->list->tight = true;
	for (size_t i = 0; i < people.count; i++) {
		ramure_begin(b, RAMURE_ITEM, persons[i].at);
		ramure_put_person(b, &persons[i]);
		ramure_end(b);
	}
	ramure_end(b);
}

static void put_proxies(ramure_ctx *ctx, ramure_builder *b, const struct attendance *a)
{
	static const ramure_word to = { " to ", " à " };
	const struct proxy *proxies = a->proxies.items;

	ramure_begin(b, RAMURE_LIST, a->at)->list->tight = true;
	for (size_t i = 0; i < a->proxies.count; i++) {
		ramure_begin(b, RAMURE_ITEM, proxies[i].at);
		ramure_put(b, proxies[i].from);
		ramure_put_string(b, ramure_say_str(ctx, to));
		ramure_put(b, proxies[i].to);
		ramure_end(b);
	}
	ramure_end(b);
}

static void put_sentence(ramure_builder *b, const struct attendance *a, enum group group)
{
	ramure_begin(b, RAMURE_PARAGRAPH, a->at);
	ramure_put_people(b, group_people(a, group));
	ramure_end(b);
}

static void put_group(ramure_ctx *ctx, ramure_builder *b, const struct attendance *a, enum group group)
{
	if (group == PROXIES)
		put_proxies(ctx, b, a);
	else if (ramure_builder_medium(b) == RAMURE_SLIDES && group_count(a, group) > MOST_LISTED)
		put_sentence(b, a, group);
	else
		put_names(b, a->at, group_people(a, group));
}

/* "Présents (4)" */
static ramure_str group_name(ramure_ctx *ctx, const struct attendance *a, enum group group)
{
	size_t count = group_count(a, group);

	return ramure_format(ctx, "%s (%zu)",
			     ramure_say_count(ctx, (int64_t)count, group_one[group], group_many[group]), count);
}

static void put_heading(ramure_ctx *ctx, ramure_builder *b, const struct attendance *a, enum group group)
{
	ramure_begin(b, RAMURE_HEADING, a->at);
	ramure_put_string(b, group_name(ctx, a, group));
	ramure_end(b);
}

static bool present_alone(const struct attendance *a)
{
	return a->present.count > MOST_LISTED;
}

/* Many names: the same list goes on from column to column. */
static void put_present(ramure_ctx *ctx, ramure_builder *b, const struct attendance *a)
{
	const ramure_person *persons = a->present.items;
	size_t columns = a->present.count > MOST_PRESENT ? 1 : a->present.count > MOST_IN_TWO_COLUMNS ? 3 : 2;
	size_t each = (a->present.count + columns - 1) / columns;

	ramure_begin(b, RAMURE_COLUMNS, a->at);
	for (size_t first = 0; first < a->present.count; first += each) {
		size_t left = a->present.count - first;

		ramure_begin(b, RAMURE_COLUMN, a->at);
		if (!first)
			put_heading(ctx, b, a, PRESENT);
		if (columns == 1)
			put_sentence(b, a, PRESENT);
		else
			put_names(b, a->at,
				  (ramure_list){ .items = persons + first, .count = left < each ? left : each });
		ramure_end(b);
	}
	ramure_end(b);
}

static void put_slide(ramure_ctx *ctx, ramure_builder *b, const struct attendance *a)
{
	int first = present_alone(a) ? EXCUSED : PRESENT;
	bool any = false;

	if (present_alone(a))
		put_present(ctx, b, a);
	for (int g = first; g < GROUPS; g++) {
		enum group group = (enum group)g;

		if (!group_count(a, group))
			continue;
		if (!any)
			ramure_begin(b, RAMURE_COLUMNS, a->at);
		any = true;
		ramure_begin(b, RAMURE_COLUMN, a->at);
		put_heading(ctx, b, a, group);
		put_group(ctx, b, a, group);
		ramure_end(b);
	}
	if (any)
		ramure_end(b);
}

static void put_report(ramure_ctx *ctx, ramure_builder *b, const struct attendance *a)
{
	for (int g = 0; g < GROUPS; g++) {
		enum group group = (enum group)g;

		if (!group_count(a, group))
			continue;
		ramure_begin(b, RAMURE_PARAGRAPH, a->at);
		ramure_put_strong(b, ramure_text_new(ctx, group_name(ctx, a, group)));
		ramure_end(b);
		put_group(ctx, b, a, group);
	}
}

void build_attendance(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct attendance *a = data;

	if (ramure_builder_medium(b) == RAMURE_SLIDES)
		put_slide(ctx, b, a);
	else
		put_report(ctx, b, a);
	ramure_begin(b, RAMURE_PARAGRAPH, a->at);
	ramure_put_string(b, quorum_sentence(ctx, a));
	ramure_end(b);
}
