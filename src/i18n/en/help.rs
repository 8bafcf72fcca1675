//! The help, and the hints of the first time. The names of buttons come from where the screens take them.

use super::NAV;
use super::clashes::{CLASHES, SEE};
use super::counting::COUNTING;
use super::exchange::{EXCHANGE, JOIN};
use super::forms::{COMMITMENTS, FORM, TRAINING, UNKNOWN};
use super::loads::LOADS;
use super::my_data::MY_DATA;
use super::offline::NEWER;
use super::pages::{RECORD, START, TODAY};
use super::reports::REPORTS;
use super::review::REVIEW;
use super::sending::SENDING;
use crate::i18n::words::help::{say, step};
use crate::i18n::{Help, Hints, Topic, TopicWords};

pub const HELP: Help = Help {
    title: "Help",
    lead: "Step by step, without internet too.",
    others: "More help",
    print: "Print",
    print_all: "Print all of the help",
    topic: |topic| match topic {
        Topic::FirstVisit => &FIRST_VISIT,
        Topic::Counting => &COUNT,
        Topic::Sending => &SEND,
        Topic::Loading => &LOAD,
        Topic::Clashes => &CLASH,
        Topic::Report => &REPORT,
        Topic::NewPhone => &NEW_PHONE,
        Topic::Hosting => &HOSTING,
    },
};

const FIRST_VISIT: TopicWords = TopicWords {
    name: "Your first visit",
    about: "Write down in two minutes where you were, who you visited and what you saw.",
    picture: "The note of a visit on a phone: municipality, community, who is visited, and dates.",
    steps: &[
        step("Under {}, tap {}.", &[NAV.today, TODAY.new_visit]),
        say("Type the beginning of the municipality, and pick it."),
        say("Do the same with the organisation you visit."),
        say("Mark the production area and the theme. Write what you saw."),
        step("If somebody promised something: {}.", &[COMMITMENTS.add]),
        say("The foot says what is missing. You can save anyway."),
        step("Tap {}. Now it is a record.", &[FORM.save]),
    ],
};

const COUNT: TopicWords = TopicWords {
    name: "Counting a training",
    about: "Know how many women, men and young people came, without writing names.",
    picture: "The keys for counting: women and men by age, and the total below.",
    steps: &[
        step("Under {}, tap {}.", &[NAV.today, TODAY.new_training]),
        say("Tap a key once for each person. The phone buzzes."),
        step("Where you do not know the sex or the age, tap {}.", &[UNKNOWN]),
        say("One tap too many? The arrow at the foot takes it back."),
        step("Do you know the total only? Choose {}.", &[COUNTING.ways[0]]),
        step("Tap {} and say what was taught, where and by whom.", &[TRAINING.show_about]),
        step("Tap {}.", &[FORM.save]),
    ],
};

const SEND: TopicWords = TopicWords {
    name: "Sending from a phone",
    about: "Get what you wrote to the desk, by message, cable or memory stick.",
    picture: "The file to share: what is in it, and the button that saves it.",
    steps: &[
        step("Tap {}, at the foot.", &[NAV.exchange]),
        step("Leave {} marked.", &[SENDING.everything]),
        step("Tap {} and choose the way: message or mail.", &[SENDING.share_word]),
        step("Not there? {}. It is in your downloads.", &[SENDING.save]),
        step("Before, if need be: {}.", &[SENDING.protect]),
        step("When one comes back: {}, {}.", &[EXCHANGE.choose_files, JOIN]),
        say("From then on your records say that they are safe."),
    ],
};

const LOAD: TopicWords = TopicWords {
    name: "Loading on a desk",
    about: "Put the files of all phones together on one computer.",
    picture: "What is in a file before it is accepted: new records and changes.",
    steps: &[
        step("Open {} and drag the files there, or {}.", &[NAV.exchange, EXCHANGE.choose_files]),
        say("Look at what each one brings. Nothing changes until you accept."),
        step("Press {}. Loading the same again changes nothing.", &[JOIN]),
        step("Was it the wrong file? {}.", &[LOADS.take_back]),
        step("Where two people wrote different things: {}.", &[SEE]),
        step("At the end: {}, and send it back to the phones.", &[SENDING.save]),
    ],
};

const CLASH: TopicWords = TopicWords {
    name: "Two people wrote different things",
    about: "Decide what stays where there are two texts for one thing. Nothing is lost.",
    picture: "Two texts for one answer, with who wrote them and the buttons to decide.",
    steps: &[
        step("Tap the notice under {}, or {} when loading.", &[NAV.today, SEE]),
        say("Read both texts. What is not the same is underlined."),
        step("Choose one of them with {}.", &[CLASHES.keep_this]),
        step("Do both hold? {}.", &[CLASHES.keep_both]),
        step("Neither? {}.", &[CLASHES.write]),
        say("Not sure? Leave it: you can decide another day."),
        step("What did not stay is still in {}.", &[RECORD.history]),
    ],
};

const REPORT: TopicWords = TopicWords {
    name: "Reviewing and the report",
    about: "From the notes to the report that is handed in.",
    picture: "A report: what the records say, and your text beside it.",
    steps: &[
        step("Under {}, open a note and read it.", &[NAV.review]),
        step("With {} say whether it may go into the report.", &[REVIEW.who_may_see]),
        step("Press {}, or {} and give the reason.", &[REVIEW.reviewed, REVIEW.send_back]),
        step("Under {}, press {}.", &[NAV.report, REPORTS.new]),
        step("Under {}, write what only you know.", &[REPORTS.your_text]),
        step("See under {} what is missing and why.", &[REPORTS.left_out]),
        step("At the end: {} or {}.", &[REPORTS.save_word, REPORTS.print]),
    ],
};

const NEW_PHONE: TopicWords = TopicWords {
    name: "Moving to a new phone",
    about: "Take everything to a new phone and lose nothing.",
    picture: "Where is my data: how many records there are, and how many are not safe yet.",
    steps: &[
        say("On the old one, save your drafts: they do not travel."),
        step("Tap {}, and then {}.", &[NAV.exchange, SENDING.save]),
        say("Send that file to the new one, by message or cable."),
        step("Open Ayni on the new one, say who takes notes, tap {}.", &[START.start]),
        step("Under {}: {}, {}.", &[NAV.exchange, EXCHANGE.choose_files, JOIN]),
        step("Compare how many there are in {}", &[MY_DATA.title]),
        say("Clear the old one only when the desk has confirmed."),
    ],
};

const HOSTING: TopicWords = TopicWords {
    name: "Ayni for your organisation",
    about: "Have Ayni on your organisation's web site. Whoever looks after the site does it.",
    picture: "Settings say that Ayni works without internet, and which version it is.",
    steps: &[
        say("Copy the folder of Ayni to your web site, with https."),
        say("That is all: no accounts, and nothing reaches that site."),
        say("Give your team the address. It is opened once with internet."),
        step("Wait until {} says that it works without internet.", &[NAV.settings]),
        say("Add it to the home screen, in the browser's menu."),
        say("For a newer version, replace all files; sw.js comes last."),
        step("Each phone takes it in whole and says: {}.", &[NEWER]),
        say("All else is in the README that comes with Ayni."),
    ],
};

pub const HINTS: Hints = Hints {
    title: "Tip",
    close: "Close the tip",
    visit: "It is kept while you write. The foot says what is missing; you can save all the same.",
    count: "One tap for each person. The arrow takes the last one back.",
    share: "It is safe once you load here the file that the desk sends back.",
    load: "The files of all phones come together here. Loading the same twice changes nothing, and the last load can be undone.",
    review: "Open a note and read it. Mark it as reviewed, or send it back with the reason: it reaches the phone of whoever wrote it.",
    report: "The headings fill up with what was reviewed and may be shared. You write beside it, and your text stays.",
};
