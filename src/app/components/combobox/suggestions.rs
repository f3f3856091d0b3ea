//! Which suggestions a draft calls up, and which of them is meant.

use yew::AttrValue;

/// Something that can be chosen.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Choice {
    /// What is handed over when it is chosen.
    pub value: AttrValue,
    /// What is shown and compared with what is typed.
    pub text: AttrValue,
    /// Dimmed words before the text.
    pub stack: AttrValue,
    /// A short note.
    pub note: AttrValue,
    /// The sign before it, by kind.
    pub glyph: Option<&'static str>,
}

/// Choices under a title.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ChoiceGroup {
    /// The title; what is offered as it was typed has none.
    pub title: AttrValue,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// What typed text comes to, beside the suggestions.
#[derive(Clone, PartialEq, Debug)]
pub enum Typed {
    /// It can be taken as it is.
    Choice(Choice),
    /// It cannot, for this reason.
    Refused(AttrValue),
}

/// The suggestions for a draft.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Suggestions {
    /// In groups, as they are shown.
    pub groups: Vec<ChoiceGroup>,
    /// Why the draft can be nothing.
    pub refusal: Option<AttrValue>,
    /// How many more there are than are offered.
    pub n_more: usize,
}

/// So many choices of a group are offered: a list of a thousand is found by typing.
const MOST_CHOICES: usize = 100;

impl Suggestions {
    /// Everything there is: for a draft that nobody has touched.
    pub fn all(groups: &[ChoiceGroup]) -> Self {
        let groups = groups.iter().filter(|group| !group.choices.is_empty()).cloned().collect();
        Self { groups, ..Self::default() }.cut("")
    }

    /// Leaves out what would be too much to be looked through; what the draft spells stays.
    fn cut(mut self, draft: &str) -> Self {
        for group in &mut self.groups {
            let n_before = group.choices.len();
            let mut index = 0;
            group.choices.retain(|choice| {
                index += 1;
                index <= MOST_CHOICES || is_spelt(choice, draft)
            });
            self.n_more += n_before - group.choices.len();
        }
        self
    }

    /// What contains the draft, in its note where nothing has it in its name, and the draft itself where it can be taken
    /// as it is.
    pub fn matching(groups: &[ChoiceGroup], draft: &str, typed: Typed) -> Self {
        let draft = draft.trim().to_lowercase();
        let has = |text: &AttrValue| text.to_lowercase().contains(&draft);
        let mut found = Self::chosen(groups, |choice| has(&choice.text) || has(&choice.value)).cut(&draft);
        if found.iter().next().is_none() {
            found = Self::chosen(groups, |choice| has(&choice.note)).cut(&draft);
        }
        match typed {
            Typed::Choice(choice) if !found.iter().any(|other| other.value == choice.value) => {
                found.groups.push(ChoiceGroup { title: AttrValue::default(), choices: vec![choice] });
            }
            Typed::Refused(reason) if found.iter().next().is_none() => found.refusal = Some(reason),
            _ => {}
        }
        found.groups.retain(|group| !group.choices.is_empty());
        found
    }

    fn chosen(groups: &[ChoiceGroup], is_found: impl Fn(&Choice) -> bool) -> Self {
        let groups = groups.iter().map(|group| ChoiceGroup {
            title: group.title.clone(),
            choices: group.choices.iter().filter(|choice| is_found(choice)).cloned().collect(),
        });
        Self { groups: groups.collect(), ..Self::default() }
    }

    /// All choices, in the order in which they stand.
    pub fn iter(&self) -> impl Iterator<Item = &Choice> {
        self.groups.iter().flat_map(|group| &group.choices)
    }

    /// The choice that the draft means: the known one that it spells, or the first. What is offered as
    /// it was typed stands last, so that the beginning of a name leads to the name.
    pub fn meant(&self, draft: &str) -> Option<usize> {
        let known = self.groups.iter().filter(|group| !group.title.is_empty()).flat_map(|group| &group.choices);
        let spelt = known.into_iter().position(|choice| is_spelt(choice, draft));
        spelt.or_else(|| self.iter().next().map(|_| 0))
    }
}

/// Whether the draft is this choice to the letter, but for case.
pub fn is_spelt(choice: &Choice, draft: &str) -> bool {
    let draft = draft.trim();
    choice.text.eq_ignore_ascii_case(draft) || choice.value.eq_ignore_ascii_case(draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(text: &'static str) -> Choice {
        Choice { value: text.into(), text: text.into(), ..Choice::default() }
    }

    fn groups() -> Vec<ChoiceGroup> {
        let choices = ["s3:GetBucketPolicy", "s3:GetObject", "s3:ListBucket"].map(choice).to_vec();
        vec![ChoiceGroup { title: "S3".into(), choices }]
    }

    #[track_caller]
    fn check(draft: &str, typed: Typed, expected: &[&str]) -> Suggestions {
        let found = Suggestions::matching(&groups(), draft, typed);
        assert_eq!(found.iter().map(|choice| choice.text.as_str()).collect::<Vec<_>>(), expected);
        found
    }

    fn refused() -> Typed {
        Typed::Refused("no".into())
    }

    #[test]
    fn letters_are_compared_without_case_anywhere_in_the_text() {
        let found = check("bucket", refused(), &["s3:GetBucketPolicy", "s3:ListBucket"]);
        assert_eq!(found.refusal, None);
    }

    #[test]
    fn what_is_spelt_out_is_meant_and_else_the_first() {
        let found = check("s3:", refused(), &["s3:GetBucketPolicy", "s3:GetObject", "s3:ListBucket"]);
        assert_eq!(found.meant("S3:getobject"), Some(1));
        assert_eq!(found.meant("s3:"), Some(0));
    }

    #[test]
    fn typed_text_is_offered_last_and_once() {
        let found = check("s3:Get", Typed::Choice(choice("s3:Get")), &["s3:GetBucketPolicy", "s3:GetObject", "s3:Get"]);
        assert_eq!(found.meant("s3:Get"), Some(0));
        check("s3:GetObject", Typed::Choice(choice("s3:GetObject")), &["s3:GetObject"]);
    }

    #[test]
    fn of_very_many_some_are_offered_and_what_is_spelt_is_always_among_them() {
        let choices = (0..1000).map(|n| Choice {
            value: n.to_string().into(),
            text: format!("user-{n}").into(),
            ..Choice::default()
        });
        let groups = vec![ChoiceGroup { title: "prod".into(), choices: choices.collect() }];
        let all = Suggestions::all(&groups);
        assert_eq!((all.iter().count(), all.n_more), (100, 900));
        let spelt = Suggestions::matching(&groups, "user-9", refused());
        assert_eq!((spelt.iter().count(), spelt.n_more), (100, 11), "user-9, user-9x and user-9xx");
        let last = Suggestions::matching(&groups, "USER-999", refused());
        assert_eq!(last.meant("USER-999").and_then(|index| last.iter().nth(index)).unwrap().text, "user-999");
    }

    #[test]
    fn a_reason_is_given_only_where_nothing_is_found() {
        assert_eq!(check("xyz", refused(), &[]).refusal, Some("no".into()));
    }

    #[test]
    fn a_note_is_searched_where_no_name_has_it() {
        let with_note = Choice { note: "session of job-7".into(), ..choice("ci-deploy") };
        let groups = [ChoiceGroup { title: "prod".into(), choices: vec![choice("job-8"), with_note] }];
        let found = |draft: &str| -> Vec<_> {
            let refused = Typed::Refused("nobody".into());
            Suggestions::matching(&groups, draft, refused).iter().map(|choice| choice.text.to_string()).collect()
        };
        assert_eq!(found("job-7"), ["ci-deploy"]);
        assert_eq!(found("job"), ["job-8"]);
        assert_eq!(found("nobody"), [""; 0]);
    }
}
