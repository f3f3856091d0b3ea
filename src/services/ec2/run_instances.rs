//! `ec2:RunInstances`: launches instances, with an instance profile if one is named (rules G-1, G-2).

use super::metadata_options::Options;
use super::profile::{self, Specification};
use super::{instance, tagging};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Instance, InstanceState, MetadataOptions, Tags};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        image_id: Option<String>,
        instance_type: Option<String>,
        min_count: u32,
        max_count: u32,
        iam_instance_profile: Option<Specification>,
        metadata_options: Option<Options>,
        tag_specifications: Vec<TagSpecification>,
        subnet_id: Option<String>,
        security_group_ids: Vec<String>,
        key_name: Option<String>,
        dry_run: Option<bool>,
    }
}

request! {
    /// Tags for what the call makes.
    struct TagSpecification {
        resource_type: String,
        tags: Vec<Tag>,
    }
}

/// Running instances of an account in a Region.
const MOST: usize = 20;

impl Input {
    fn instance_type(&self) -> &str {
        self.instance_type.as_deref().unwrap_or("m1.small")
    }

    /// The tags of the instances; volumes and network interfaces do not exist.
    fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.tag_specifications.iter().filter(|tags| tags.resource_type == "instance").flat_map(|tags| &tags.tags)
    }
}

fn missing(parameter: &str) -> ApiError {
    let message = format!("The request must contain the parameter {parameter}");
    ApiError::new("MissingParameter", 400, message)
}

fn launch(input: &Input, reservation: &str, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
    let (account, region) = (stage.account(), instance::region(stage));
    let neighbour = stage.world.instances().find(|known| known.account == account && &*known.region == region);
    let network = neighbour.map(|known| (known.vpc.clone(), known.subnet.clone()));
    let n_before = stage.world.instances().count();
    let (vpc, subnet) =
        network.unwrap_or_else(|| (stage.world.next_hexadecimal("vpc-"), stage.world.next_hexadecimal("subnet-")));
    let mut launched = Instance {
        id: stage.world.next_hexadecimal("i-"),
        account,
        region: region.into(),
        reservation: reservation.into(),
        image: input.image_id.as_deref().unwrap_or_default().into(),
        instance_type: input.instance_type().into(),
        state: InstanceState::Running,
        launched: stage.now,
        private_address: format!("10.0.{}.{}", n_before / 200, 10 + n_before % 200).into(),
        vpc,
        subnet: input.subnet_id.as_deref().map_or(subnet, Into::into),
        metadata: MetadataOptions::default(),
        association: None,
        credentials: None,
        tags: Tags::new(),
    };
    tagging::put(&mut launched.tags, input.tags().cloned().collect())?;
    input.metadata_options.iter().try_for_each(|options| options.set(&mut launched.metadata))?;
    if let Some(wanted) = &input.iam_instance_profile {
        profile::put(stage, &mut launched, wanted)?;
    }
    let mut view = instance::view(&launched);
    view["State"] = instance::state_of(0, "pending");
    stage.world.put_instance(launched);
    Ok(view)
}

/// `ec2:RunInstances`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RunInstances;

impl Operation for RunInstances {
    type Input = Input;

    const NAME: &'static str = "ec2:RunInstances";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let image = input.image_id.as_deref().ok_or_else(|| missing("ImageId"))?;
        let mut metadata = MetadataOptions::default();
        input.metadata_options.iter().try_for_each(|options| options.set(&mut metadata))?;
        let profile = input.iam_instance_profile.as_ref().and_then(|wanted| wanted.known(stage));
        let instance = instance::arn(stage, "instance/*");
        let check = |arn: &Arn| AccessCheck::new(Self::NAME, arn.as_str()).with("ec2:Region", instance::region(stage));
        let of_instance = instance::with_keys(
            check(&instance),
            input.instance_type(),
            profile.map(|profile| profile.arn.as_str()),
            &metadata,
        );
        let mut checks = vec![
            check(&Arn::new("ec2", instance::region(stage), None, &format!("image/{image}")))
                .with("ec2:ImageID", image),
            tags::with(of_instance, input.tags()),
            check(&instance::arn(stage, "network-interface/*")),
        ];
        if let Some(name) = &input.key_name {
            checks.push(check(&instance::arn(stage, &format!("key-pair/{name}"))).with("ec2:KeyPairName", name));
        }
        let groups = input.security_group_ids.iter().map(|id| format!("security-group/{id}"));
        let groups: Vec<String> =
            if input.security_group_ids.is_empty() { vec!["security-group/*".to_owned()] } else { groups.collect() };
        checks.extend(groups.iter().map(|group| check(&instance::arn(stage, group))));
        let subnet = format!("subnet/{}", input.subnet_id.as_deref().unwrap_or("*"));
        checks.push(check(&instance::arn(stage, &subnet)));
        checks.push(check(&instance::arn(stage, "volume/*")));
        if input.tags().next().is_some() {
            let tag = AccessCheck::new("ec2:CreateTags", instance.as_str()).with("ec2:CreateAction", "RunInstances");
            checks.push(tags::with(tag, input.tags()).with("ec2:Region", instance::region(stage)));
        }
        checks.extend(input.iam_instance_profile.iter().filter_map(|wanted| wanted.pass(stage, &instance)));
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        input.iam_instance_profile.iter().try_for_each(|wanted| wanted.find(stage).map(|_| ()))?;
        instance::check_dry_run(input.dry_run)?;
        let n_running = stage.world.instances().filter(|known| instance::known(stage, &known.id).is_some());
        let n_running = n_running.filter(|known| known.is_running()).count();
        let n_wanted = usize::try_from(input.max_count).unwrap_or(usize::MAX);
        if n_wanted.saturating_add(n_running) > MOST {
            let message = format!(
                "You have requested more instances ({n_wanted}) than your current instance limit of {MOST} allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit."
            );
            return Err(ApiError::new("InstanceLimitExceeded", 400, message));
        }
        if n_wanted == 0 || input.min_count > input.max_count {
            let message = "The minimum instance count must be less than or equal to the maximum instance count.";
            return Err(ApiError::new("InvalidParameterValue", 400, message));
        }
        let reservation = stage.world.next_hexadecimal("r-");
        let instances = (0..n_wanted).map(|_| launch(&input, &reservation, stage)).collect::<Result<Vec<_>, _>>()?;
        Ok(json!({
            "ReservationId": reservation, "OwnerId": stage.account(), "Groups": [], "Instances": instances,
        }))
    }
}
