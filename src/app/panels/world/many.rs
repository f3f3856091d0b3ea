//! Long lists of the tree: only so many rows are drawn, and a field finds the others.

use super::rows::button;
use super::scene::Scene;
use iam_sandbox::world::{Account, World};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// So many rows of a kind are drawn, beside those that are open or marked.
pub(super) const MOST_ROWS: usize = 50;

/// What a list comes to.
pub(super) struct Few<T> {
    /// What is drawn.
    pub shown: Vec<T>,
    /// How many fit what is looked for.
    pub n_found: usize,
}

/// Those whose name has what is looked for in it, as many as are drawn; what is open or marked is always among them.
pub(super) fn few<T>(
    scene: &Scene,
    all: impl Iterator<Item = T>,
    name: impl Fn(&T) -> &str,
    key: impl Fn(&T) -> String,
) -> Few<T> {
    let wanted = scene.search.trim().to_ascii_lowercase();
    let mut few = Few { shown: Vec::new(), n_found: 0 };
    for one in all {
        let is_found = wanted.is_empty() || name(&one).to_ascii_lowercase().contains(&wanted);
        few.n_found += usize::from(is_found);
        if (is_found && few.n_found <= MOST_ROWS) || scene.is_marked(&key(&one)) {
            few.shown.push(one);
        }
    }
    few
}

/// Says that there are more rows than are drawn.
pub(super) fn rest(scene: &Scene, n_found: usize) -> Option<Html> {
    (n_found > MOST_ROWS).then(|| {
        html! { <li key="rest"><p class="small muted">{ (scene.strings().more_rows)(MOST_ROWS, n_found) }</p></li> }
    })
}

/// Whether any list of the world is that long.
fn is_large(world: &World) -> bool {
    let is_long = |account: &Account| {
        let n_own = account.policies().filter(|policy| !policy.is_from_aws()).count();
        [account.users().count(), account.groups().count(), account.roles().count(), n_own]
            .into_iter()
            .any(|n_rows| n_rows > MOST_ROWS)
    };
    world.accounts().any(is_long)
}

/// The field that finds rows; only where a list is long.
pub(super) fn field(scene: &Scene, search: &UseStateHandle<AttrValue>) -> Html {
    if !is_large(scene.world()) {
        return Html::default();
    }
    let oninput = {
        let search = search.clone();
        move |event: InputEvent| search.set(event.target_unchecked_into::<HtmlInputElement>().value().into())
    };
    // What Escape would close otherwise stays open.
    let onkeydown = {
        let search = search.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !search.is_empty() {
                event.prevent_default();
                search.set(AttrValue::default());
            }
        }
    };
    let clear = (!search.is_empty()).then(|| {
        let search = search.clone();
        let on_click = Callback::from(move |_: MouseEvent| search.set(AttrValue::default()));
        button(scene.strings().clear_search, on_click)
    });
    html! {
        <p class="buttons">
            <input class="field" type="search" value={(**search).clone()} aria-label={scene.strings().search}
                placeholder={scene.strings().search} spellcheck="false" autocomplete="off" {oninput} {onkeydown} />
            { clear.unwrap_or_default() }
        </p>
    }
}
