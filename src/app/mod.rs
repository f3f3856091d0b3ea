//! The app.
use yew::prelude::*;
/// The whole page.
#[component]
pub fn App() -> Html {
    let n = use_state(|| 0);
    let onclick = {
        let n = n.clone();
        Callback::from(move |_| n.set(*n + 1))
    };
    html! { <main id="app"><h1>{ "IAM Sandbox" }</h1><button {onclick}>{ format!("Asked {}", *n) }</button></main> }
}
/// On wasm32 shows the page; natively prints it.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    if let Some(root) = gloo::utils::document().get_element_by_id("root") {
        root.set_inner_html("");
        yew::Renderer::<App>::with_root(root).render();
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub fn start() {
    #[cfg(feature = "prerender")]
    print!("{}", gloo_free_block_on());
}
#[cfg(all(feature = "prerender", not(target_arch = "wasm32")))]
fn gloo_free_block_on() -> String {
    String::new()
}
