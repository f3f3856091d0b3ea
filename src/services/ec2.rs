//! Amazon EC2, as far as instances with their roles and VPC endpoints go: one file an operation.

mod endpoint;
mod filter;
mod instance;
mod metadata_options;
mod profile;
mod tagging;
mod transition;

mod associate_iam_instance_profile;
mod create_tags;
mod create_vpc_endpoint;
mod delete_tags;
mod describe_iam_instance_profile_associations;
mod describe_instances;
mod describe_regions;
mod describe_tags;
mod disassociate_iam_instance_profile;
mod modify_instance_metadata_options;
mod modify_vpc_endpoint;
mod replace_iam_instance_profile_association;
mod run_instances;
mod start_instances;
mod stop_instances;
mod terminate_instances;

pub(super) use associate_iam_instance_profile::AssociateIamInstanceProfile;
pub(super) use create_tags::CreateTags;
pub(super) use create_vpc_endpoint::CreateVpcEndpoint;
pub(super) use delete_tags::DeleteTags;
pub(super) use describe_iam_instance_profile_associations::DescribeIamInstanceProfileAssociations;
pub(super) use describe_instances::DescribeInstances;
pub(super) use describe_regions::DescribeRegions;
pub(super) use describe_tags::DescribeTags;
pub(super) use disassociate_iam_instance_profile::DisassociateIamInstanceProfile;
pub(super) use modify_instance_metadata_options::ModifyInstanceMetadataOptions;
pub(super) use modify_vpc_endpoint::ModifyVpcEndpoint;
pub(super) use replace_iam_instance_profile_association::ReplaceIamInstanceProfileAssociation;
pub(super) use run_instances::RunInstances;
pub(super) use start_instances::StartInstances;
pub(super) use stop_instances::StopInstances;
pub(super) use terminate_instances::TerminateInstances;
